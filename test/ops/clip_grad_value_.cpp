// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/clip_grad_value_.cases -
// The gradients are the inputs.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  Parameter a{{2, 3}, init::ones(), f64}, b{{2}, init::ones(), f64};
  DLC_MODULE(a, b)
  Tensor forward(Tensor x, Tensor y) { return (a * x).sum() + (b * y).sum(); }
};

DLC_PROGRAM(clip_grad_value_) {
  Net net;
  entry("half", {f64({2, 3}), f64({2})}, [&](Tensor x, Tensor y) {
    net.zero_grad();
    net(x, y).backward();
    nn::clip_grad_value_(net.parameters(), 0.5);
    return results({{"a", net.a.grad()}, {"b", net.b.grad()}});
  });
}
