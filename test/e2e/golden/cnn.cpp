// The CNN of make_golden.py. GOLDEN_DTYPE: f32 or f64; GOLDEN_OPTIMIZER: see program.h.
#include "program.h"

struct Cnn : nn::Module {
  nn::Conv2d conv1{1, 32, 3}, conv2{32, 64, 3};
  nn::Dropout drop{0.0};
  nn::Linear fc1{9216, 128}, fc2{128, 10};
  DLC_MODULE(conv1, conv2, drop, fc1, fc2)

  Tensor forward(Tensor x) {
    x = relu(conv2(relu(conv1(x)))).max_pool2d(2);
    return fc2(relu(fc1(drop(x).flatten(1))));
  }
};

DLC_PROGRAM(cnn) {
  set_default_dtype(GOLDEN_DTYPE);
  Cnn net;
  auto opt = optimizer(net.parameters());
  Dim n = dim("batch", 32);

  entry("train_step", {GOLDEN_DTYPE({n, 1, 28, 28}), i64({n})},
        [&](Tensor x, Tensor y) { return trainStep(net, opt, x, y); });
  entry("gradients", {GOLDEN_DTYPE({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    cross_entropy(net(x), y).backward();
    return results({{"conv1_weight", net.conv1.weight.grad()},
                    {"conv1_bias", net.conv1.bias.grad()},
                    {"conv2_weight", net.conv2.weight.grad()},
                    {"conv2_bias", net.conv2.bias.grad()},
                    {"fc1_weight", net.fc1.weight.grad()},
                    {"fc1_bias", net.fc1.bias.grad()},
                    {"fc2_weight", net.fc2.weight.grad()},
                    {"fc2_bias", net.fc2.bias.grad()}});
  });
}
