// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-merge-kernels --dlc-plan-memory --split-input-file | FileCheck %s

// The state block: settings, then parameters, then each kind of optimiser state, each at a multiple of 64.
// CHECK-LABEL: dlc.program @state
// CHECK-SAME: state_bytes = 576 : i64
dlc.program @state dims {} {
  // CHECK: dlc.setting @lr = {{.*}} {offset = 0 : i64}
  dlc.setting @lr = 0.5 : f32
  // CHECK: dlc.setting @wd = {{.*}} {offset = 64 : i64}
  dlc.setting @wd = 0.5 : f64
  // CHECK: dlc.state @a {{.*}}bytes = 80 : i64, offset = 128 : i64, perm = array<i64: 0>,{{.*}}view = array<i64: 20>
  dlc.state @a : tensor<20xf32> {role = "param"}
  // CHECK: dlc.state @m.a {{.*}}offset = 320 : i64
  dlc.state @m.a : tensor<20xf32> {role = "optimizer"}
  // CHECK: dlc.state @b {{.*}}offset = 256 : i64
  dlc.state @b : tensor<2x2xf32> {role = "param"}
  // CHECK: dlc.state @m.b {{.*}}offset = 448 : i64
  dlc.state @m.b : tensor<2x2xf32> {role = "optimizer"}
  // CHECK: dlc.state @seed {{.*}}bytes = 8 : i64, offset = 512 : i64
  dlc.state @seed : tensor<i64> {role = "rng"}
  dlc.entry @nothing inputs [] states [] results [] {
  }
}

// -----

// A chain of elementwise kernels that nobody else reads stays in one place.
// CHECK-LABEL: dlc.program @in_place
// CHECK: step.schedule @f {{.*}} arena 64 inputs_at [0] results_at [0]
// CHECK: [[X:%.*]] = step.slot "arena" 0
// CHECK: step.launch @{{.*}}([[X]], [[X]])
dlc.program @in_place dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<16xf32>):
    %0 = dlc.exp %x : tensor<16xf32>
    dlc.yield %0 : tensor<16xf32>
  }
}

// -----

// A product may overwrite nothing; its second input's place is free again for the second product.
// CHECK-LABEL: dlc.program @reuse
// CHECK: step.schedule @f {{.*}} arena 192 inputs_at [0, 64] results_at [64]
// CHECK-DAG: [[A:%.*]] = step.slot "arena" 0
// CHECK-DAG: [[B:%.*]] = step.slot "arena" 64
// CHECK-DAG: [[C:%.*]] = step.slot "arena" 128
// CHECK: step.launch @k0_contract([[A]], [[B]], [[C]])
// CHECK: step.launch @k0_contract([[A]], [[C]], [[B]])
dlc.program @reuse dims {} {
  dlc.entry @f inputs ["x", "w"] states [] results ["y"] {
  ^bb0(%x: tensor<4x4xf32>, %w: tensor<4x4xf32>):
    %0 = dlc.contract %x [0, 2], %w [2, 1] -> [0, 1] : tensor<4x4xf32>, tensor<4x4xf32>
    %1 = dlc.contract %x [0, 2], %0 [2, 1] -> [0, 1] : tensor<4x4xf32>, tensor<4x4xf32>
    dlc.yield %1 : tensor<4x4xf32>
  }
}

// -----

// New state goes into the state's place when nobody reads the old one afterwards.
// CHECK-LABEL: dlc.program @update
// CHECK: step.schedule @f
// CHECK-DAG: [[W:%.*]] = step.slot "state" 0
// CHECK-DAG: [[X:%.*]] = step.slot "arena" 0
// CHECK: step.launch @k0_sub([[W]], [[X]], [[W]])
// CHECK-NEXT: step.done
dlc.program @update dims {} {
  dlc.state @w : tensor<4xf32> {role = "param"}
  dlc.entry @f inputs ["x"] states [@w] results [] {
  ^bb0(%x: tensor<4xf32>, %w: tensor<4xf32>):
    %0 = dlc.sub %w, %x : tensor<4xf32>
    dlc.yield %0 : tensor<4xf32>
  }
}

// -----

// So does a product that becomes state under another shape.
// CHECK-LABEL: dlc.program @reshaped
// CHECK: step.schedule @f
// CHECK: [[W:%.*]] = step.slot "state" 0 : memref<4x1xf32>
// CHECK: step.launch @k0_contract(%{{.*}}, %{{.*}}, [[W]])
// CHECK-NEXT: step.done
dlc.program @reshaped dims {} {
  dlc.state @w : tensor<4xf32> {role = "param"}
  dlc.entry @f inputs ["x", "v"] states [@w] results [] {
  ^bb0(%x: tensor<4x3xf32>, %v: tensor<3x1xf32>, %w: tensor<4xf32>):
    %0 = dlc.contract %x [0, 2], %v [2, 1] -> [0, 1] : tensor<4x3xf32>, tensor<3x1xf32>
    %1 = dlc.reshape %0 : tensor<4x1xf32> to tensor<4xf32>
    dlc.yield %1 : tensor<4xf32>
  }
}

// -----

// It waits in the arena and is copied at the end when the old one is read in another order.
// CHECK-LABEL: dlc.program @copied
// CHECK: step.kernel @copy_4xf32
// CHECK: step.schedule @f
// CHECK: step.launch @k0_add([[W:%.*]], [[T:%.*]])
// CHECK: step.launch @copy_4xf32
// CHECK-NEXT: step.done
dlc.program @copied dims {} {
  dlc.state @w : tensor<4xf32> {role = "param"}
  dlc.entry @f inputs [] states [@w] results [] {
  ^bb0(%w: tensor<4xf32>):
    %r = dlc.reverse %w dims = [0] : tensor<4xf32>
    %0 = dlc.add %w, %r : tensor<4xf32>
    dlc.yield %0 : tensor<4xf32>
  }
}

// -----

// The same through a view: %f is %w's bytes under another shape, read at another index.
// CHECK-LABEL: dlc.program @copied_view
// CHECK: step.schedule @f
// CHECK: [[W:%.*]] = step.slot "state" 0 : memref<2x2xf32>
// CHECK: [[NEW:%.*]] = step.slot "arena" 0 : memref<2x2xf32>
// CHECK: step.launch @k0_add([[W]], %{{.*}}, [[NEW]])
// CHECK: step.launch @copy_4xf32
dlc.program @copied_view dims {} {
  dlc.state @w : tensor<2x2xf32> {role = "param"}
  dlc.entry @f inputs [] states [@w] results [] {
  ^bb0(%w: tensor<2x2xf32>):
    %f = dlc.reshape %w : tensor<2x2xf32> to tensor<4xf32>
    %s = dlc.slice %f starts = [0] sizes = [2] strides = [1] : tensor<4xf32>
    %b = dlc.broadcast %s dims = [0] : tensor<2xf32> to tensor<2x2xf32>
    %0 = dlc.add %w, %b : tensor<2x2xf32>
    dlc.yield %0 : tensor<2x2xf32>
  }
}

// -----

// A setting is read where it stands in the state block.
// CHECK-LABEL: dlc.program @setting
// CHECK: [[LR:%.*]] = step.slot "state" 64 : memref<f32>
// CHECK: step.launch @k0_mul(%{{.*}}, [[LR]], %{{.*}})
dlc.program @setting dims {} {
  dlc.setting @first = 1 : i64
  dlc.setting @lr = 0.5 : f32
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<4xf32>):
    %lr = dlc.setting_value @lr : tensor<f32>
    %b = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<4xf32>
    %0 = dlc.mul %x, %b : tensor<4xf32>
    dlc.yield %0 : tensor<4xf32>
  }
}

// -----

// What is printed keeps its place until then: the second exp may not overwrite the first.
// CHECK-LABEL: dlc.program @printed
// CHECK: step.schedule @f {{.*}} arena 128
// CHECK-DAG: [[A:%.*]] = step.slot "arena" [[AT:[0-9]+]] : memref<16xf32>
// CHECK: step.launch @k0_exp(%{{.*}}, [[A]])
// CHECK: step.launch @k{{.*}}(%{{.*}}, [[B:%.*]])
// CHECK: step.host "print" "late"([[A]] : memref<16xf32>) as tensor<16xf32>
// CHECK-NEXT: step.done
dlc.program @printed dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<16xf32>):
    %0 = dlc.exp %x : tensor<16xf32>
    %1 = dlc.permute %0 perm = [0] : tensor<16xf32>
    %2 = dlc.reverse %1 dims = [0] : tensor<16xf32>
    %3 = dlc.exp %2 : tensor<16xf32>
    dlc.print "late", %0 : tensor<16xf32>
    dlc.yield %3 : tensor<16xf32>
  }
}

// -----

// Old state that is printed is not overwritten before, and nothing is while an assertion may still end
// the entry: then new state waits in the arena.
// CHECK-LABEL: dlc.program @asserted
// CHECK: step.schedule @f
// CHECK: [[W:%.*]] = step.slot "state" 0 : memref<2x2xf32>
// CHECK: step.launch @{{.*}}contract([[W]], %{{.*}}, [[NEW:%.*]])
// CHECK: step.host "print" "old"([[W]] : memref<2x2xf32>)
// CHECK: step.host "assert"
// CHECK: step.launch @copy_4xf32
// CHECK-NEXT: step.done
dlc.program @asserted dims {} {
  dlc.state @w : tensor<2x2xf32> {role = "param"}
  dlc.entry @f inputs ["x", "m"] states [@w] results [] {
  ^bb0(%x: tensor<2x2xf32>, %m: tensor<2xi1>, %w: tensor<2x2xf32>):
    %0 = dlc.contract %w [0, 2], %x [2, 1] -> [0, 1] : tensor<2x2xf32>, tensor<2x2xf32>
    dlc.print "old", %w : tensor<2x2xf32>
    dlc.assert "why", %m : tensor<2xi1>
    dlc.yield %0 : tensor<2x2xf32>
  }
}

// -----

// A constant is no buffer of the arena; a view of it is the same numbers under another shape.
// CHECK-LABEL: dlc.program @constants
// CHECK: step.schedule @f {{.*}} arena 64 inputs_at [0] results_at [0]
// CHECK: [[X:%.*]] = step.slot "arena" 0
// CHECK: [[C:%.*]] = step.constant dense<{{.*}}> : tensor<4xf32> : memref<4xf32>
// CHECK: step.launch @{{.*}}([[X]], [[C]], [[X]])
dlc.program @constants dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y"] {
  ^bb0(%x: tensor<4xf32>):
    %c = dlc.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
    %0 = dlc.mul %x, %c : tensor<4xf32>
    dlc.yield %0 : tensor<4xf32>
  }
}

// -----

// The places of a concatenation share its buffer, which lives from the first of them on.
// CHECK-LABEL: dlc.program @concat
// CHECK: step.schedule @f {{.*}} arena 192 inputs_at [64, 128] results_at [0]
// CHECK: [[Y:%.*]] = step.slot "arena" 0 : memref<12xf32>
// CHECK: step.launch @k0_place({{.*}}, [[Y]], [[Y]])
// CHECK: step.launch @k1_place({{.*}}, [[Y]], [[Y]])
// CHECK-NOT: step.empty
dlc.program @concat dims {} {
  dlc.entry @f inputs ["x", "z"] states [] results ["y"] {
  ^bb0(%x: tensor<8xf32>, %z: tensor<4xf32>):
    %0 = dlc.concat %x, %z dim = 0 : tensor<8xf32>, tensor<4xf32>
    dlc.yield %0 : tensor<12xf32>
  }
}
