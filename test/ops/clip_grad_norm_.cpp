// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/clip_grad_norm_.cases -
// The gradients are the inputs: what is clipped of them, and the norm before.
#include <cmath>
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  Parameter a{{2, 3}, init::ones(), f64}, b{{2}, init::ones(), f64};
  DLC_MODULE(a, b)
  Tensor forward(Tensor x, Tensor y) { return (a * x).sum() + (b * y).sum(); }
};

DLC_PROGRAM(clip_grad_norm_) {
  Net net;
  auto clipped = [&](const char *name, double maxNorm, double normType) {
    entry(name, {f64({2, 3}), f64({2})}, [&](Tensor x, Tensor y) {
      net.zero_grad();
      net(x, y).backward();
      Tensor norm = nn::clip_grad_norm_(net.parameters(), maxNorm, normType);
      return results({{"norm", norm}, {"a", net.a.grad()}, {"b", net.b.grad()}});
    });
  };
  clipped("two", 1.0, 2);
  clipped("short_already", 100, 2);
  clipped("one", 0.5, 1);
  clipped("three", 2, 3);
  clipped("inf", 0.5, INFINITY);
  clipped("zeros", 1, 2);
}
