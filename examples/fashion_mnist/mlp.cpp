// mlp.cpp - a fully connected network for Fashion-MNIST: about 88 % in the best of 10 epochs.
//   dlc mlp.cpp -o mlp && ./mlp train
#include <dlc/dlc.h>
using namespace dlc;

struct Mlp : nn::Module {
  nn::Linear fc1{784, 512}, fc2{512, 256}, fc3{256, 10};
  DLC_MODULE(fc1, fc2, fc3)

  Tensor forward(Tensor x) {
    x = x.flatten(1); // [n, 784]
    return fc3(relu(fc2(relu(fc1(x)))));
  }
};

DLC_PROGRAM(mlp) {
  Mlp net;
  optim::SGD opt{net.parameters(), {.lr = 0.02, .momentum = 0.9}};
  Dim n = dim("batch", 64);

  auto train = entry("train_step", {f32({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  auto eval = entry("eval_step", {f32({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    Tensor z = net(x);
    return results({{"loss", cross_entropy(z, y)}, {"correct", (z.argmax(1) == y).sum()}});
  });
  auto predict =
      entry("predict", {f32({n, 1, 28, 28})}, [&](Tensor x) { return softmax(net(x), 1); });

  fit({.train = train,
       .eval = eval,
       .predict = predict,
       .data = data::FashionMnist{},
       .batch_size = 64,
       .epochs = 10});
}
