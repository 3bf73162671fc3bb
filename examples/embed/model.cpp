// Is a point inside the circle? A small MLP without `fit`: the programs beside this file run its
// entries.
#include <dlc/dlc.h>
using namespace dlc;

struct Circle : nn::Module {
  nn::Linear fc1{2, 32}, fc2{32, 2};
  DLC_MODULE(fc1, fc2)

  Tensor forward(Tensor x) { return fc2(relu(fc1(x))); }
};

DLC_PROGRAM(circle) {
  Circle net;
  optim::Adam opt{net.parameters(), {.lr = 1e-2}};
  Dim n = dim("batch", 256);

  entry("train_step", {f32({n, 2}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
  entry("predict", {f32({n, 2})}, [&](Tensor x) { return softmax(net(x), 1); });
}
