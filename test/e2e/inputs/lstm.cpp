// An LSTM by hand over STEPS steps, and its training step.
#include <dlc/dlc.h>
using namespace dlc;

struct Lstm : nn::Module {
  Parameter w{{4 * 16, 8}, init::fanIn(16)}, u{{4 * 16, 16}, init::fanIn(16)}, b{{4 * 16}};
  nn::Linear head{16, 1};
  DLC_MODULE(w, u, b, head)
  Tensor forward(Tensor x) { // [steps, n, 8]
    Tensor zero = zeros({x.size(1), 16});
    ScanResult result = scan({zero, zero}, x, [&](Tensors carry, Tensors x) {
      Tensors gates = (linear(x[0], w, b) + linear(carry[0], u)).chunk(4, 1);
      Tensor c = sigmoid(gates[1]) * carry[1] + sigmoid(gates[0]) * tanh(gates[2]);
      return Step{{sigmoid(gates[3]) * tanh(c), c}, {}};
    });
    return head(result.carry[0]);
  }
};

DLC_PROGRAM(lstm) {
  Lstm net;
  optim::SGD opt{net.parameters(), {.lr = 0.1}};
  Dim n = dim("n", 4);
  entry("train_step", {f32({STEPS, n, 8}), f32({n, 1})}, [&](Tensor x, Tensor y) {
    opt.zero_grad();
    Tensor loss = mse_loss(net(x), y);
    loss.backward();
    opt.step();
    return loss;
  });
}
