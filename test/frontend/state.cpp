// RUN: dlc --emit=trace %s | FileCheck %s
// What entries write: parameters by hand, buffers, gradients that outlive an entry, frozen and tied
// parameters, names in containers and Sequential.
#include <array>
#include <dlc/dlc.h>
#include <memory>
#include <optional>
#include <vector>
using namespace dlc;

struct Block : nn::Module {
  nn::Linear fc{4, 4, {.bias = false}};
  DLC_MODULE(fc)
  Tensor forward(Tensor x) { return relu(fc(x)); }
};

struct Net : nn::Module {
  std::vector<Block> layers;
  std::array<nn::Linear, 2> pair{nn::Linear{4, 4}, nn::Linear{4, 4}};
  std::optional<Block> extra, none;
  std::unique_ptr<nn::Linear> last = std::make_unique<nn::Linear>(4, 1);
  nn::Sequential body{nn::Linear{4, 4}, nn::ReLU{}, nn::Linear{4, 4}};
  Parameter scale{0.01 * rand({4})};
  Buffer seen{{}, init::zeros(), i64};
  DLC_MODULE(layers, pair, extra, none, last, body, scale, seen)

  Net() {
    for (int i = 0; i < 2; ++i)
      layers.push_back(Block());
    extra.emplace();
  }
  Tensor forward(Tensor x) {
    for (Block &layer : layers)
      x = layer(x);
    return (*last)(body((*extra)(pair[1](pair[0](x)))) * scale);
  }
};

DLC_PROGRAM(state) {
  Net net;
  tie(net.layers[0].fc.weight, net.layers[1].fc.weight);
  net.extra->requires_grad_(false);
  entry("accumulate", {f32({3, 4})}, [&](Tensor x) {
    Tensor loss = net(x).mean();
    loss.backward();
    net.seen += 1;
    return loss;
  });
  entry("update", {}, [&] {
    net.scale -= 0.1 * net.scale.grad();
    net.zero_grad();
  });
}

// Own parameters and buffers come first, then the members in their order.
// CHECK: dlc.state @scale : tensor<4xf32> {role = "param"}
// CHECK-NEXT: dlc.state @seen : tensor<i64> {role = "buffer"}
// CHECK-NEXT: dlc.state @layers.0.fc.weight
// CHECK-NOT: layers.1
// CHECK-NEXT: dlc.state @pair.0.weight
// CHECK-NEXT: dlc.state @pair.0.bias
// CHECK-NEXT: dlc.state @pair.1.weight
// CHECK-NEXT: dlc.state @pair.1.bias
// CHECK-NEXT: dlc.state @extra.fc.weight
// CHECK-NEXT: dlc.state @last.weight
// CHECK-NEXT: dlc.state @last.bias
// CHECK-NEXT: dlc.state @body.0.weight
// CHECK-NEXT: dlc.state @body.0.bias
// CHECK-NEXT: dlc.state @body.2.weight
// CHECK-NOT: dlc.grad.extra
// CHECK: dlc.entry @init
// What program scope computes is an initial value.
// CHECK: dlc.random {{.*}} : tensor<4xf32>
// CHECK: dlc.splat 0.00999999977 : f32
// CHECK: dlc.entry @accumulate
// CHECK: dlc.backward %{{[^ ]*}} wrt(
// CHECK: dlc.detach
// CHECK-NEXT: dlc.add
// CHECK: dlc.entry @update
// CHECK-SAME: @dlc.grad.scale
// CHECK: dlc.mul
// CHECK: dlc.sub
// CHECK: dlc.detach
