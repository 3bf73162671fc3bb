// A little of everything that a dynamic batch meets: convolution with padding, pooling, dropout,
// linear layers, a loss that averages. BATCH is the bound.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Conv2d conv1{1, 5, 3, {.padding = 1}}, conv2{5, 20, 3};
  nn::Dropout drop{0.3};
  nn::Linear fc1{500, 33}, fc2{33, 10};
  DLC_MODULE(conv1, conv2, drop, fc1, fc2)

  Tensor forward(Tensor x) {                       // [n,1,12,12]
    x = relu(conv2(relu(conv1(x)))).max_pool2d(2); // [n,20,5,5]
    return fc2(relu(fc1(drop(x).flatten(1))));
  }
};

DLC_PROGRAM(dynamic) {
  Net net;
  optim::SGD opt{net.parameters(), {.lr = 0.05, .momentum = 0.9, .weight_decay = 1e-3}};
  Dim n = dim("batch", BATCH);

  entry("train_step", {f32({n, 1, 12, 12}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  entry("predict", {f32({n, 1, 12, 12})}, [&](Tensor x) {
    net.eval();
    return softmax(net(x), 1);
  });
}
