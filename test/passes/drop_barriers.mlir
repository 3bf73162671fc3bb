// RUN: %dlc-opt %s --dlc-autodiff --cse | FileCheck %s --check-prefix=APART
// RUN: %dlc-opt %s --dlc-autodiff --cse --dlc-drop-barriers | FileCheck %s
// What a checkpoint computes is computed again for the gradient, from behind a barrier.
// APART: dlc.tanh
// APART: dlc.barrier %{{.*}} 0
// APART: dlc.tanh
// CHECK-NOT: dlc.checkpoint
// CHECK: dlc.tanh [[X:%.*]] :
// CHECK-NOT: dlc.barrier
// CHECK: dlc.tanh [[X]] :
dlc.program @p dims {} {
  dlc.entry @f inputs ["x"] states [] results ["y", "g"] {
  ^bb0(%x: tensor<4xf32>):
    %y = dlc.checkpoint (%x) : (tensor<4xf32>) -> tensor<4xf32> {
    ^bb0(%a: tensor<4xf32>):
      %0 = dlc.tanh %a : tensor<4xf32>
      dlc.next %0 : tensor<4xf32>
    }
    %l = dlc.reduce_sum %y dims = [0] : tensor<4xf32>
    %g = dlc.backward %l wrt(%x) : tensor<f32> wrt(tensor<4xf32>)
    dlc.yield %y, %g : tensor<4xf32>, tensor<4xf32>
  }
}
