// cnn.cpp - a convolutional network for Fashion-MNIST.
//   dlc cnn.cpp -o cnn && ./cnn train
#include <dlc/dlc.h>
using namespace dlc;

struct Cnn : nn::Module {
  nn::Conv2d conv1{1, 32, 3}, conv2{32, 64, 3};
  nn::Dropout drop1{0.25}, drop2{0.5};
  nn::Linear fc1{9216, 128}, fc2{128, 10};
  DLC_MODULE(conv1, conv2, drop1, drop2, fc1, fc2) // names in the state dict: conv1.weight, ...

  Tensor forward(Tensor x) {            // [n, 1, 28, 28]
    x = relu(conv1(x));                 // [n, 32, 26, 26]
    x = relu(conv2(x)).max_pool2d(2);   // [n, 64, 12, 12]
    x = relu(fc1(drop1(x).flatten(1))); // [n, 128]
    return fc2(drop2(x));               // [n, 10]
  }
};

DLC_PROGRAM(cnn) { // runs inside dlc, once, at compile time: this is the trace
  Cnn net;
  optim::Adam opt{net.parameters(), {.lr = 1e-3}};
  Dim n = dim("batch", 128); // any 1 to 128 rows at run time

  auto train = entry("train_step", {f32({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  auto eval = entry("eval_step", {f32({n, 1, 28, 28}), i64({n})}, [&](Tensor x, Tensor y) {
    net.eval(); // holds for this entry only
    Tensor z = net(x);
    return results({{"loss", cross_entropy(z, y)}, {"correct", (z.argmax(1) == y).sum()}});
  });
  auto predict = entry("predict", {f32({n, 1, 28, 28})}, [&](Tensor x) {
    net.eval();
    return softmax(net(x), 1);
  });

  fit({.train = train,
       .eval = eval,
       .predict = predict,
       .data = data::FashionMnist{},
       .batch_size = 64,
       .epochs = 10});
}
