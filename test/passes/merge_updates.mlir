// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --cse --canonicalize --dlc-merge-updates --split-input-file | FileCheck %s

// One formula for two parameters: one kernel over both and the gap between them (128 bytes from the first
// to the second, which has 4 elements), and the gradients may be views. Kernels left over go.
// CHECK-LABEL: dlc.program @sgd
// CHECK-NOT: step.kernel @k2
// CHECK: step.kernel @sweep_k2_mul_sub
// CHECK-NEXT: ^bb0(%{{.*}}: memref<f32>, %{{.*}}: memref<36xf32>, %{{.*}}: memref<36xf32>, %{{.*}}: memref<36xf32>):
// CHECK-NOT: step.kernel @k
// CHECK: step.schedule @step
// CHECK: ^bb0(%{{.*}}: tensor<20x4xf32>, [[A:%.*]]: tensor<20xf32>, [[B:%.*]]: tensor<2x2xf32>):
// CHECK: [[GA:%.*]] = step.launch @k0_reduce_sum
// CHECK: [[GB:%.*]] = step.launch @k1_reduce_sum
// CHECK: [[LR:%.*]] = step.setting @lr
// CHECK: [[GB2:%.*]] = step.view [[GB]]
// CHECK: [[NEW:%.*]]:2 = step.sweep @sweep_k2_mul_sub segments 2([[LR]], [[GA]], [[GB2]], [[A]], [[B]])
// CHECK: step.done [[NEW]]#0, [[NEW]]#1
dlc.program @sgd dims {} {
  dlc.setting @lr = 0.5 : f32
  dlc.state @a : tensor<20xf32> {role = "param"}
  dlc.state @b : tensor<2x2xf32> {role = "param"}
  dlc.entry @step inputs ["x"] states [@a, @b] results [] {
  ^bb0(%x: tensor<20x4xf32>, %a: tensor<20xf32>, %b: tensor<2x2xf32>):
    %lr = dlc.setting_value @lr : tensor<f32>
    %ga = dlc.reduce_sum %x dims = [1] : tensor<20x4xf32>
    %g = dlc.reduce_sum %x dims = [0] : tensor<20x4xf32>
    %gb = dlc.reshape %g : tensor<4xf32> to tensor<2x2xf32>
    %la = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<20xf32>
    %da = dlc.mul %la, %ga : tensor<20xf32>
    %a2 = dlc.sub %a, %da : tensor<20xf32>
    %lb = dlc.broadcast %lr dims = [0, 1] : tensor<f32> to tensor<2x2xf32>
    %db = dlc.mul %lb, %gb : tensor<2x2xf32>
    %b2 = dlc.sub %b, %db : tensor<2x2xf32>
    dlc.yield %a2, %b2 : tensor<20xf32>, tensor<2x2xf32>
  }
}

// -----

// Another formula for the second, or a foreign state between the two: launches of their own.
// CHECK-LABEL: dlc.program @other_formula
// CHECK-NOT: step.sweep
dlc.program @other_formula dims {} {
  dlc.state @a : tensor<4xf32> {role = "param"}
  dlc.state @b : tensor<4xf32> {role = "param"}
  dlc.entry @step inputs [] states [@a, @b] results [] {
  ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>):
    %a2 = dlc.exp %a : tensor<4xf32>
    %b2 = dlc.tanh %b : tensor<4xf32>
    dlc.yield %a2, %b2 : tensor<4xf32>, tensor<4xf32>
  }
}

// -----

// CHECK-LABEL: dlc.program @between
// CHECK-NOT: step.sweep
dlc.program @between dims {} {
  dlc.state @a : tensor<4xf32> {role = "param"}
  dlc.state @frozen : tensor<4xf32> {role = "param"}
  dlc.state @b : tensor<4xf32> {role = "param"}
  dlc.entry @step inputs [] states [@a, @b] results [] {
  ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>):
    %a2 = dlc.exp %a : tensor<4xf32>
    %b2 = dlc.exp %b : tensor<4xf32>
    dlc.yield %a2, %b2 : tensor<4xf32>, tensor<4xf32>
  }
}

// -----

// Each reads the other: launches of their own.
// CHECK-LABEL: dlc.program @crossed
// CHECK-NOT: step.sweep
dlc.program @crossed dims {} {
  dlc.state @a : tensor<4xf32> {role = "param"}
  dlc.state @b : tensor<4xf32> {role = "param"}
  dlc.entry @step inputs [] states [@a, @b] results [] {
  ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>):
    %a2 = dlc.sub %a, %b : tensor<4xf32>
    %b2 = dlc.sub %b, %a : tensor<4xf32>
    dlc.yield %a2, %b2 : tensor<4xf32>, tensor<4xf32>
  }
}

// -----

// Numbers of calls are no segments.
// CHECK-LABEL: dlc.program @scalars
// CHECK-NOT: step.sweep
dlc.program @scalars dims {} {
  dlc.state @a : tensor<i64> {role = "rng"}
  dlc.state @b : tensor<i64> {role = "rng"}
  dlc.entry @step inputs [] states [@a, @b] results [] {
  ^bb0(%a: tensor<i64>, %b: tensor<i64>):
    %one = dlc.splat 1 : i64 -> tensor<i64>
    %a2 = dlc.add %a, %one : tensor<i64>
    %b2 = dlc.add %b, %one : tensor<i64>
    dlc.yield %a2, %b2 : tensor<i64>, tensor<i64>
  }
}
