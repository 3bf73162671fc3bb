// RUN: dlc --emit=trace %s | FileCheck %s
// A CNN with dropout and Adam: modes hold for one entry, drawing counts the calls, fit is recorded.
#include <dlc/dlc.h>
using namespace dlc;

struct Cnn : nn::Module {
  nn::Conv2d conv1{1, 4, 3, {.padding = 1}}, conv2{4, 8, 3, {.stride = 2, .bias = false}};
  nn::MaxPool2d pool{2};
  nn::Dropout drop{0.25};
  nn::Linear fc{72, 10};
  DLC_MODULE(conv1, conv2, pool, drop, fc)
  Tensor forward(Tensor x) {
    x = pool(relu(conv1(x)));
    x = pool(relu(conv2(x)));
    return fc(drop(x).flatten(1));
  }
};

DLC_PROGRAM(cnn) {
  Cnn net;
  optim::Adam opt{net.parameters(), {.lr = 1e-3}};
  Dim n = dim("batch", 16);
  auto eval = entry("eval_step", {f32({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    net.eval();
    Tensor z = net(x);
    return results({{"loss", cross_entropy(z, y)}, {"correct", (z.argmax(1) == y).sum()}});
  });
  auto train = entry("train_step", {f32({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  fit({.train = train, .eval = eval, .data = data::FashionMnist{}, .batch_size = 16, .epochs = 2, .seed = 7});
}

// CHECK: dlc.program @cnn dims {batch = 16 : i64} attributes {fit = {batch_size = 16 : i64, data = "fashion_mnist", epochs = 2 : i64, eval = "eval_step", seed = 7 : i64, train = "train_step"}}
// CHECK: dlc.state @conv1.weight : tensor<4x1x3x3xf32>
// CHECK-NEXT: dlc.state @conv1.bias
// CHECK-NEXT: dlc.state @conv2.weight
// CHECK-NEXT: dlc.state @fc.weight
// CHECK-DAG: dlc.state @dlc.adam.step : tensor<i64> {role = "optimizer"}
// CHECK-DAG: dlc.state @dlc.adam.exp_avg_sq.conv2.weight : tensor<8x4x3x3xf32> {role = "optimizer"}
// CHECK-DAG: dlc.state @dlc.rng.calls.train_step : tensor<i64> {role = "rng"}
// CHECK-NOT: dlc.rng.calls.eval_step
// CHECK: dlc.entry @eval_step
// CHECK-SAME: states [@conv1.weight, @conv1.bias, @conv2.weight, @fc.weight, @fc.bias] results ["loss", "correct"]
// CHECK: dlc.pad %{{.*}} low = [0, 0, 1, 1] high = [0, 0, 1, 1]
// CHECK: dlc.conv %{{.*}} strides = [1, 1]
// CHECK: dlc.broadcast %{{.*}} dims = [0, 2, 3]
// CHECK: dlc.max_pool %{{.*}} window = [2, 2] strides = [2, 2]
// CHECK: dlc.conv %{{.*}} strides = [2, 2]
// CHECK-NOT: dlc.random
// CHECK: dlc.argmax
// CHECK: dlc.entry @train_step
// CHECK: %[[DRAWN:.*]] = dlc.random %{{.*}}, %[[CALLS:.*]] id = {{.*}}: tensor<16x8x3x3xf32, #dlc.live<batch, *, *, *>>
// CHECK: dlc.greater_equal %[[DRAWN]]
// CHECK: dlc.backward
// Bias corrections are f64: 1 - beta2 in f32 would be off by 1e-5.
// CHECK: dlc.pow %{{.*}} : tensor<f64>
