// A classifier of word sequences: an LSTM over 64 steps, batch 32, and the last output.
#include <dlc/dlc.h>
using namespace dlc;

constexpr int words = 10000, width = 64, hidden = 128, steps = 64, classes = 4;

struct Lstm : nn::Module { // with PyTorch's names, layouts and gate order
  Parameter weight_ih_l0{{4 * hidden, width}, init::fanIn(hidden)};
  Parameter weight_hh_l0{{4 * hidden, hidden}, init::fanIn(hidden)};
  Parameter bias_ih_l0{{4 * hidden}, init::fanIn(hidden)};
  Parameter bias_hh_l0{{4 * hidden}, init::fanIn(hidden)};
  DLC_MODULE(weight_ih_l0, weight_hh_l0, bias_ih_l0, bias_hh_l0)

  Tensor forward(Tensor x) { // [steps, n, width]; the last output
    Tensor zero = zeros({x.size(1), hidden});
    Tensors last = scan(Tensors{zero, zero}, x, [&](const Tensors &carry, const Tensors &x) {
                     Tensor gates = linear(x[0], weight_ih_l0, bias_ih_l0) +
                                    linear(carry[0], weight_hh_l0, bias_hh_l0);
                     Tensors g = gates.chunk(4, 1);
                     Tensor c = sigmoid(g[1]) * carry[1] + sigmoid(g[0]) * tanh(g[2]);
                     return Tensors{sigmoid(g[3]) * tanh(c), c};
                   }).carry;
    return last[0];
  }
};

struct Classifier : nn::Module {
  nn::Embedding embedding{words, width};
  Lstm lstm;
  nn::Linear fc{hidden, classes};
  DLC_MODULE(embedding, lstm, fc)

  Tensor forward(Tensor x) { return fc(lstm(embedding(x).transpose(0, 1))); } // x: [n, steps]
};

DLC_PROGRAM(lstm) {
  Classifier net;
  optim::SGD opt{net.parameters(), {.lr = 0.01}};
  Dim n = dim("batch", 32);

  entry("train_step", {i64({n, steps}), i64({n})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = cross_entropy(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
