// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-limit-memory=bytes=200000 | FileCheck %s
// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-limit-memory=bytes=200000 --dlc-plan-memory | FileCheck %s --check-prefix=PLAN
// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-limit-memory=bytes=300000 | FileCheck %s --check-prefix=ROOM
// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-limit-memory=least --dlc-plan-memory | FileCheck %s --check-prefix=PLAN
// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-limit-memory=percent=80 --dlc-plan-memory | FileCheck %s --check-prefix=PLAN
// RUN: not %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-limit-memory=bytes=100000 2>&1 | FileCheck %s --check-prefix=FLOOR
// RUN: not %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --dlc-limit-memory=percent=10 2>&1 | FileCheck %s --check-prefix=SHARE

// %a lies about while %c, which is larger, comes and goes: it is made twice, by the same kernel from
// the same operands, and the later reader reads the second.
// CHECK-LABEL: step.schedule @f
// CHECK: ^bb0([[X:%.*]]: tensor<1024x4xf32>, [[W:%.*]]: tensor<16x4xf32>
// CHECK: [[A:%.*]] = step.launch @k0_contract([[X]], [[W]]) : {{.*}} -> tensor<1024x16xf32>
// CHECK: [[R:%.*]] = step.launch @k1_contract([[A]], %{{.*}})
// CHECK: [[C:%.*]] = step.launch @k2_contract
// CHECK: [[S:%.*]] = step.launch @k3_contract([[C]]
// CHECK: [[AGAIN:%.*]] = step.launch @k0_contract([[X]], [[W]]) {again}
// CHECK: step.launch @k4_contract([[AGAIN]]

// PLAN: step.launch @k0_contract
// PLAN: step.launch @k0_contract({{.*}}) {again}

// ROOM-NOT: again

// FLOOR: limit_memory.mlir:[[#@LINE+8]]:{{.*}} error: 'f' needs at least {{1[0-9]+}} bytes ({{[0-9.]+}} KiB), whatever is computed again, but --max-memory allows 97.7 KiB; 1.5 KiB are state and scratch, {{[0-9.]+}} KiB activations, gradients and workspaces (hint: a smaller batch)
// FLOOR: limit_memory.mlir:[[#@LINE+11]]:{{.*}} note: 128.0 KiB of what is in use at the fullest moment
// SHARE: but --max-memory allows 10 %
dlc.program @twice dims {} {
  dlc.state @w : tensor<16x4xf32> {role = "param"}
  dlc.state @v : tensor<4x16xf32> {role = "param"}
  dlc.state @w2 : tensor<32x4xf32> {role = "param"}
  dlc.state @v2 : tensor<4x32xf32> {role = "param"}
  dlc.entry @f inputs ["x"] states [@w, @v, @w2, @v2] results ["r", "s", "t"] {
  ^bb0(%x: tensor<1024x4xf32>, %w: tensor<16x4xf32>, %v: tensor<4x16xf32>, %w2: tensor<32x4xf32>, %v2: tensor<4x32xf32>):
    %a = dlc.contract %x [0, 2], %w [1, 2] -> [0, 1] : tensor<1024x4xf32>, tensor<16x4xf32>
    %r = dlc.contract %a [0, 2], %v [1, 2] -> [0, 1] : tensor<1024x16xf32>, tensor<4x16xf32>
    %c = dlc.contract %x [0, 2], %w2 [1, 2] -> [0, 1] : tensor<1024x4xf32>, tensor<32x4xf32>
    %s = dlc.contract %c [0, 2], %v2 [1, 2] -> [0, 1] : tensor<1024x32xf32>, tensor<4x32xf32>
    %t = dlc.contract %a [2, 0], %s [2, 1] -> [0, 1] : tensor<1024x16xf32>, tensor<1024x4xf32>
    dlc.yield %r, %s, %t, %w, %v, %w2, %v2 : tensor<1024x4xf32>, tensor<1024x4xf32>, tensor<16x4xf32>, tensor<16x4xf32>, tensor<4x16xf32>, tensor<32x4xf32>, tensor<4x32xf32>
  }
}
