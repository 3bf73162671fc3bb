// The MLP whose training step is timed; torch_steps.py builds the same one.
#include <dlc/dlc.h>
using namespace dlc;

struct Mlp : nn::Module {
  nn::Linear fc1{784, 512}, fc2{512, 256}, fc3{256, 10};
  DLC_MODULE(fc1, fc2, fc3)

  Tensor forward(Tensor x) { return fc3(relu(fc2(relu(fc1(x))))); }
};

DLC_PROGRAM(mlp) {
  Mlp net;
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 64);

  entry("train_step", {f32({n, 784}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
