// RUN: dlc --emit=trace %s | FileCheck %s
// RUN: dlc --emit=trace %s | FileCheck %s --check-prefix=LINES
// An MLP with plain SGD: states and their initial values, the step as written, lines and layers.
#include <dlc/dlc.h>
using namespace dlc;

struct Mlp : nn::Module {
  nn::Linear fc1{784, 32}, fc2{32, 10};
  DLC_MODULE(fc1, fc2)
  Tensor forward(Tensor x) { return fc2(relu(fc1(x))); }
};

DLC_PROGRAM(mlp) {
  Mlp net;
  optim::SGD opt{net.parameters(), {.lr = 0.1}};
  Dim n = dim("n", 64);
  entry("train_step", {f32({n, 784}).named("image"), i64({n})}, [&](Tensor x, Tensor y) {
    Tensor z = net(x);
    Tensor loss = cross_entropy(z, y);
    opt.zero_grad();
    loss.backward();
    opt.step();
    return loss;
  });
}

// CHECK: dlc.program @mlp dims {n = 64 : i64}
// CHECK-DAG: dlc.state @fc1.weight : tensor<32x784xf32> {role = "param"}
// CHECK-DAG: dlc.state @fc1.bias : tensor<32xf32> {role = "param"}
// CHECK-DAG: dlc.state @dlc.grad.fc2.bias : tensor<10xf32> {role = "grad"}
// CHECK-DAG: dlc.state @dlc.rng.seed : tensor<i64> {role = "rng"}
// CHECK-DAG: dlc.setting @lr = 1.000000e-01 : f64
// PyTorch's uniform(-1/28, 1/28); the seed stays what the runtime wrote.
// CHECK: dlc.entry @init inputs [] states [@dlc.rng.seed, @fc1.weight,
// CHECK: ^bb0(%[[SEED:[^:]*]]: tensor<i64>
// CHECK: %[[U:.*]] = dlc.random %[[SEED]], %{{.*}} id = {{[0-9]+}} : tensor<32x784xf32>
// CHECK: dlc.splat 0.0714285746 : f32
// CHECK: dlc.splat -0.0357142873 : f32
// CHECK: dlc.yield %[[SEED]],
// CHECK: dlc.entry @train_step inputs ["image", "x1"]
// CHECK-SAME: results ["loss"]
// CHECK: ^bb0(%[[X:[^:]*]]: tensor<64x784xf32, #dlc.live<n, *>>{{.*}}, %{{.*}}: tensor<64xi64, #dlc.live<n>>
// CHECK: %[[H:.*]] = dlc.contract %[[X]] [2, 1], %{{.*}} [0, 1] -> [2, 0] : {{.*}} loc(#[[FC1:.*]])
// CHECK: dlc.relu
// The mean is over the targets that count.
// CHECK: dlc.not_equal
// CHECK: %[[LOSS:.*]] = dlc.div
// CHECK: dlc.backward %[[LOSS]] wrt(
// CHECK: dlc.detach
// CHECK: %[[LR:.*]] = dlc.setting_value @lr : tensor<f64>
// CHECK: dlc.convert %[[LR]]
// CHECK: dlc.mul
// CHECK: dlc.sub
// CHECK: dlc.yield %[[LOSS]],
// LINES-DAG: loc("{{.*}}mlp.cpp":10:{{[0-9]+}})
// LINES-DAG: loc("fc1"(#
// LINES-DAG: loc("fc2"(#
