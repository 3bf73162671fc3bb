// Convolutions that Winograd's is faster for, one of a map that is too small for it, and a batch of
// any size. BATCH is the bound; inputs/dynamic_main.cpp runs it.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::Conv2d conv1{1, 32, 3, {.padding = 1}}, conv2{32, 48, 3, {.padding = 1}},
      conv3{48, 32, 3, {.padding = 1}}, conv4{32, 32, 3, {.padding = 1}};
  nn::Linear fc{128, 10};
  DLC_MODULE(conv1, conv2, conv3, conv4, fc)

  Tensor forward(Tensor x) {                                    // [n,1,12,12]
    x = relu(conv3(relu(conv2(relu(conv1(x)))))).max_pool2d(4); // [n,32,3,3]
    x = relu(x.max_pool2d(2, 1));                               // [n,32,2,2]
    return fc(relu(conv4(x)).flatten(1));
  }
};

DLC_PROGRAM(dynamic) {
  Net net;
  optim::SGD opt{net.parameters(), {.lr = 0.05, .momentum = 0.9}};
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
