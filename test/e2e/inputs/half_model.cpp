// A small network whose parameters, moments and activations are all TYPE, bf16 or f16. Its images
// are bytes.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Conv2d conv{1, 4, 3};
  nn::Linear fc1{64, 32}, fc2{32, 4};
  DLC_MODULE(conv, fc1, fc2)

  Tensor forward(Tensor images) { // u8 [n,1,10,10]
    Tensor x = images.to(TYPE) / 255;
    x = relu(conv(x)).max_pool2d(2);     // [n,4,4,4]
    return fc2(relu(fc1(x.flatten(1)))); // [n,4]
  }
};

DLC_PROGRAM(half) {
  set_default_dtype(TYPE);
  Net net;
  optim::SGD opt{net.parameters(), {.lr = 0.004, .momentum = 0.9}};
  Dim n = dim("batch", 32);

  entry("train_step", {u8({n, 1, 10, 10}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  entry("predict", {u8({n, 1, 10, 10})}, [&](Tensor x) { return softmax(net(x), 1); });
}
