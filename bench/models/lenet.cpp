// LeNet-5 (LeCun et al. 1998) with relu and max pooling, as courses write it.
#include <dlc/dlc.h>
using namespace dlc;

struct LeNet : nn::Module {
  nn::Conv2d conv1{1, 6, 5, {.padding = 2}}, conv2{6, 16, 5};
  nn::Linear fc1{400, 120}, fc2{120, 84}, fc3{84, 10};
  DLC_MODULE(conv1, conv2, fc1, fc2, fc3)

  Tensor forward(Tensor x) {
    x = relu(conv1(x)).max_pool2d(2);
    x = relu(conv2(x)).max_pool2d(2);
    return fc3(relu(fc2(relu(fc1(x.flatten(1))))));
  }
};

DLC_PROGRAM(lenet) {
  LeNet net;
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
