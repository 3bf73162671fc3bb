// Convolutions, dropout, batch norm and Adam: what a limit of memory computes again must be the
// same.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Conv2d conv1{1, 8, 3, {.padding = 1}}, conv2{8, 8, 3, {.padding = 1}};
  nn::BatchNorm2d bn1{8}, bn2{8};
  nn::Dropout drop{0.25};
  nn::Linear fc{8 * 14 * 14, 10};
  DLC_MODULE(conv1, conv2, bn1, bn2, drop, fc)

  Tensor forward(Tensor x) {
    x = drop(relu(bn1(conv1(x))));
    x = drop(relu(bn2(conv2(x)))).max_pool2d(2);
    return fc(x.flatten(1));
  }
};

DLC_PROGRAM(memory) {
  Net net;
  optim::Adam opt{net.parameters(), {.lr = 1e-3}};
  Dim n = dim("batch", 64);
  auto train = entry("train_step", {f32({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  fit({.train = train, .data = data::FashionMnist{}, .batch_size = 60, .epochs = 1});
}
