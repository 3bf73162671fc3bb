// Two recurrent layers, one of them backwards, over a batch of any size; inputs/dynamic_main.cpp
// runs it.
#include <dlc/dlc.h>
using namespace dlc;

constexpr int steps = 9, width = 16, hidden = 64;

struct Lstm : nn::Module {
  Parameter input, state, bias{{4 * hidden}, init::fanIn(hidden)};
  DLC_MODULE(input, state, bias)
  Lstm(int width)
      : input({4 * hidden, width}, init::fanIn(hidden)),
        state({4 * hidden, hidden}, init::fanIn(hidden)) {}

  ScanResult forward(Tensor x, bool reverse) { // x: [steps, n, width]
    Tensor zero = zeros({x.size(1), hidden});
    return scan(Tensors{zero, zero}, x,
                [&](const Tensors &carry, const Tensors &x) {
                  Tensors g = (linear(x[0], input, bias) + linear(carry[0], state)).chunk(4, 1);
                  Tensor c = sigmoid(g[1]) * carry[1] + sigmoid(g[0]) * tanh(g[2]);
                  Tensor h = sigmoid(g[3]) * tanh(c);
                  return Step{{h, c}, {h}};
                },
                {.reverse = reverse});
  }
};

struct Net : nn::Module {
  Lstm below{width}, above{hidden};
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
