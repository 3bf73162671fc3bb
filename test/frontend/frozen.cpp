// RUN: dlc --emit=simplify %s -o - | FileCheck %s
// Gradients stop at frozen parameters: of the first layer nothing is computed backwards, not even
// the cotangent that it would be handed.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Linear first{5, 4}, second{4, 3};
  DLC_MODULE(first, second)
  Tensor forward(Tensor x) { return second(tanh(first(x))); }
};

DLC_PROGRAM(frozen) {
  Net net;
  net.first.weight.requires_grad_(false);
  net.first.bias.requires_grad_(false);
  optim::SGD opt{net.parameters(), {.lr = 0.1}};
  entry("train_step", {f32({2, 5})}, [&](Tensor x) {
    opt.zero_grad();
    Tensor loss = net(x).sum();
    loss.backward();
    opt.step();
    return loss;
  });
}

// CHECK: dlc.entry @train_step
// CHECK: dlc.contract {{.*}} : tensor<2x5xf32>, tensor<4x5xf32>
// CHECK: dlc.contract {{.*}} : tensor<2x4xf32>, tensor<3x4xf32>
// The gradient of second.weight, and no other product.
// CHECK: dlc.contract
// CHECK-NOT: dlc.contract
