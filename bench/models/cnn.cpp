// The CNN whose training step is timed; torch_steps.py builds the same one.
#include <dlc/dlc.h>
using namespace dlc;

struct Cnn : nn::Module {
  nn::Conv2d conv1{1, 32, 3}, conv2{32, 64, 3};
  nn::Linear fc1{9216, 128}, fc2{128, 10};
  DLC_MODULE(conv1, conv2, fc1, fc2)

  Tensor forward(Tensor x) {
    x = relu(conv2(relu(conv1(x)))).max_pool2d(2);
    return fc2(relu(fc1(x.flatten(1))));
  }
};

DLC_PROGRAM(cnn) {
  Cnn net;
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 64);

  entry("train_step", {f32({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
