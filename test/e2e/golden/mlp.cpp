// The MLP of make_golden.py. GOLDEN_DTYPE: f32 or f64; GOLDEN_OPTIMIZER: see program.h.
#include "program.h"

struct Mlp : nn::Module {
  nn::Linear fc1{784, 512}, fc2{512, 256}, fc3{256, 10};
  DLC_MODULE(fc1, fc2, fc3)

  Tensor forward(Tensor x) { return fc3(relu(fc2(relu(fc1(x))))); }
};

DLC_PROGRAM(mlp) {
  set_default_dtype(GOLDEN_DTYPE);
  Mlp net;
  auto opt = optimizer(net.parameters());
  Dim n = dim("batch", 32);

  entry("train_step", {GOLDEN_DTYPE({n, 784}), i64({n})},
        [&](Tensor x, Tensor y) { return trainStep(net, opt, x, y); });
  entry("gradients", {GOLDEN_DTYPE({n, 784}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    cross_entropy(net(x), y).backward();
    return results({{"fc1_weight", net.fc1.weight.grad()},
                    {"fc1_bias", net.fc1.bias.grad()},
                    {"fc2_weight", net.fc2.weight.grad()},
                    {"fc2_bias", net.fc2.bias.grad()},
                    {"fc3_weight", net.fc3.weight.grad()},
                    {"fc3_bias", net.fc3.bias.grad()}});
  });
}
