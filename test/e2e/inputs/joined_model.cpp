// Two recurrent layers, one of them backwards, over a batch of any size; inputs/dynamic_main.cpp
// runs it.
#include <dlc/dlc.h>
using namespace dlc;

constexpr int steps = 9, width = 16, hidden = 32;

struct Recurrent : nn::Module {
  Parameter input, state, bias{{3 * hidden}, init::fanIn(hidden)};
  DLC_MODULE(input, state, bias)
  Recurrent(int width)
      : input({3 * hidden, width}, init::fanIn(hidden)),
        state({3 * hidden, hidden}, init::fanIn(hidden)) {}

  ScanResult forward(Tensor x, bool reverse) { // x: [steps, n, width]
    return scan(Tensors{zeros({x.size(1), hidden})}, x,
                [&](const Tensors &carry, const Tensors &x) {
                  Tensors gates = (linear(x[0], input, bias) + linear(carry[0], state)).chunk(3, 1);
                  Tensor h = sigmoid(gates[0]) * carry[0] + sigmoid(gates[1]) * tanh(gates[2]);
                  return Step{{h}, {h}};
                },
                {.reverse = reverse});
  }
};

struct Net : nn::Module {
  Recurrent below{width}, above{hidden};
  nn::Linear fc{hidden, 10};
  DLC_MODULE(below, above, fc)

  Tensor forward(Tensor x) { // [n, 1, 12, 12]
    x = x.view({x.size(0), steps, width}).transpose(0, 1);
    return fc(above.forward(below.forward(x, false).out[0], true).carry[0]);
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
  entry("predict", {f32({n, 1, 12, 12})}, [&](Tensor x) { return softmax(net(x), 1); });
}
