// RUN: %dlc-opt %s --dlc-fold-state --split-input-file | FileCheck %s

// zero_grad() before every backward: nobody reads the old gradient.
// CHECK-LABEL: dlc.program @overwritten
// CHECK-NOT: @dlc.grad.w
dlc.program @overwritten dims {} {
  dlc.state @w : tensor<f32> {role = "param"}
  dlc.state @dlc.grad.w : tensor<f32> {role = "grad"}
  // CHECK: dlc.entry @step inputs ["x"] states [@w] results []
  dlc.entry @step inputs ["x"] states [@w, @dlc.grad.w] results [] {
  // CHECK: ^bb0([[X:%.*]]: tensor<f32>, [[W:%.*]]: tensor<f32>):
  ^bb0(%x: tensor<f32>, %w: tensor<f32>, %old: tensor<f32>):
    %g = dlc.mul %x, %w : tensor<f32>
    // CHECK: [[NEW:%.*]] = dlc.sub
    %new = dlc.sub %w, %g : tensor<f32>
    // CHECK: dlc.yield [[NEW]] : tensor<f32>
    dlc.yield %new, %g : tensor<f32>, tensor<f32>
  }
  // CHECK: dlc.entry @init inputs [] states [@w] results []
  dlc.entry @init inputs [] states [@w, @dlc.grad.w] results [] {
  ^bb0(%w: tensor<f32>, %g: tensor<f32>):
    %0 = dlc.splat 0.0 : f32 -> tensor<f32>
    dlc.yield %0, %0 : tensor<f32>, tensor<f32>
  }
}

// -----

// Zero at every exit: what reads it reads 0.
// CHECK-LABEL: dlc.program @stays_zero
// CHECK-NOT: @dlc.grad.w
dlc.program @stays_zero dims {} {
  dlc.state @w : tensor<f32> {role = "param"}
  dlc.state @dlc.grad.w : tensor<f32> {role = "grad"}
  dlc.entry @step inputs [] states [@w, @dlc.grad.w] results [] {
  ^bb0(%w: tensor<f32>, %old: tensor<f32>):
    // CHECK: [[ZERO:%.*]] = dlc.splat 0.0
    // CHECK: dlc.add %{{.*}}, [[ZERO]]
    %g = dlc.add %w, %old : tensor<f32>
    %new = dlc.sub %w, %g : tensor<f32>
    %0 = dlc.splat -0.0 : f32 -> tensor<f32>
    dlc.yield %new, %0 : tensor<f32>, tensor<f32>
  }
}

// -----

// Accumulated over calls: it stays.
// CHECK-LABEL: dlc.program @accumulated
// CHECK: dlc.state @dlc.grad.w
dlc.program @accumulated dims {} {
  dlc.state @dlc.grad.w : tensor<f32> {role = "grad"}
  // CHECK: dlc.entry @backward inputs ["x"] states [@dlc.grad.w]
  dlc.entry @backward inputs ["x"] states [@dlc.grad.w] results [] {
  ^bb0(%x: tensor<f32>, %old: tensor<f32>):
    %g = dlc.add %old, %x : tensor<f32>
    dlc.yield %g : tensor<f32>
  }
  // CHECK: dlc.entry @zero inputs [] states [@dlc.grad.w]
  dlc.entry @zero inputs [] states [@dlc.grad.w] results [] {
  ^bb0(%old: tensor<f32>):
    %0 = dlc.splat 0.0 : f32 -> tensor<f32>
    dlc.yield %0 : tensor<f32>
  }
}

// -----

// Read by one entry only, as a result: it stays.
// CHECK-LABEL: dlc.program @inspected
// CHECK: dlc.state @dlc.grad.w
dlc.program @inspected dims {} {
  dlc.state @dlc.grad.w : tensor<f32> {role = "grad"}
  dlc.entry @backward inputs ["x"] states [@dlc.grad.w] results [] {
  ^bb0(%x: tensor<f32>, %old: tensor<f32>):
    dlc.yield %x : tensor<f32>
  }
  // CHECK: dlc.entry @norm inputs [] states [@dlc.grad.w]
  dlc.entry @norm inputs [] states [@dlc.grad.w] results ["g"] {
  ^bb0(%g: tensor<f32>):
    dlc.yield %g, %g : tensor<f32>, tensor<f32>
  }
}

// -----

// State of other roles is never removed; an entry that neither reads nor writes it lets go of it.
// CHECK-LABEL: dlc.program @unused
// CHECK: dlc.state @w
// CHECK: dlc.state @seed
// CHECK: dlc.entry @step inputs [] states [@seed] results []
dlc.program @unused dims {} {
  dlc.state @w : tensor<f32> {role = "param"}
  dlc.state @seed : tensor<i64> {role = "rng"}
  dlc.entry @step inputs [] states [@w, @seed] results [] {
  ^bb0(%w: tensor<f32>, %seed: tensor<i64>):
    %0 = dlc.splat 3 : i64 -> tensor<i64>
    dlc.yield %w, %0 : tensor<f32>, tensor<i64>
  }
}
