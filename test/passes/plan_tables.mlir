// RUN: %dlc-opt %s --dlc-form-kernels --dlc-lower-kernels --cse --canonicalize --dlc-merge-updates --dlc-plan-memory --dlc-check-plan | FileCheck %s

// The gradients that a sweep reads lie as far from each other as the parameters do, each from the launch
// that makes it on. `memory` says what all adds up to, and who holds what at the fullest moment.
// CHECK: step.schedule @step {{.*}} attributes {every_result = 0 : i64, memory = {gradients = 192 : i64, live = 512 : i64, owners = {{\[\[#loc[0-9]*, 320\].*}}, rest = 320 : i64}}
// CHECK: [[GA:%.*]] = step.slot "arena" [[AT:[0-9]+]] : memref<20xf32>
// CHECK: step.launch @k0_reduce_sum(%{{.*}}, [[GA]])
// CHECK: step.launch @k1_reduce_sum
// CHECK: [[TABLE:%.*]] = step.slot "arena" [[AT]] : memref<36xf32>
// CHECK: step.launch @sweep_k2_mul_sub(%{{.*}}, [[TABLE]], [[W:%.*]], [[W]])
dlc.program @sgd dims {} {
  dlc.setting @lr = 0.5 : f32
  dlc.state @a : tensor<20xf32> {role = "param"}
  dlc.state @b : tensor<4xf32> {role = "param"}
  dlc.entry @step inputs ["x"] states [@a, @b] results [] {
  ^bb0(%x: tensor<20x4xf32>, %a: tensor<20xf32>, %b: tensor<4xf32>):
    %lr = dlc.setting_value @lr : tensor<f32>
    %ga = dlc.reduce_sum %x dims = [1] : tensor<20x4xf32>
    %gb = dlc.reduce_sum %x dims = [0] : tensor<20x4xf32>
    %la = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<20xf32>
    %da = dlc.mul %la, %ga : tensor<20xf32>
    %a2 = dlc.sub %a, %da : tensor<20xf32>
    %lb = dlc.broadcast %lr dims = [0] : tensor<f32> to tensor<4xf32>
    %db = dlc.mul %lb, %gb : tensor<4xf32>
    %b2 = dlc.sub %b, %db : tensor<4xf32>
    dlc.yield %a2, %b2 : tensor<20xf32>, tensor<4xf32>
  }
}
