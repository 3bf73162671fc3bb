// A small convolutional network that can learn, for the two precisions of its products.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Conv2d conv1{1, 16, 3, {.padding = 1}}, conv2{16, 24, 3, {.padding = 1}};
  nn::BatchNorm2d norm{24};
  nn::Linear fc1{864, 40}, fc2{40, 10};
  DLC_MODULE(conv1, conv2, norm, fc1, fc2)

  Tensor forward(Tensor x) {                             // [n,1,12,12]
    x = relu(norm(conv2(relu(conv1(x))))).max_pool2d(2); // [n,24,6,6]
    return fc2(relu(fc1(x.flatten(1))));
  }
};

DLC_PROGRAM(precision) {
  Net net;
  optim::Adam opt{net.parameters(), {.lr = 2e-3}};
  Dim n = dim("batch", 48);

  entry("train_step", {f32({n, 1, 12, 12}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
