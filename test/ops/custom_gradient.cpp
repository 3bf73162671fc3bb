// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/custom_gradient.cases -
#include <dlc/dlc.h>
using namespace dlc;

/// 1 where x > 0; the gradient passes as if it were x.
static Tensor straightThrough(Tensor x) {
  return custom_gradient([](Tensor x) { return (x > 0).to(x.dtype()); },
                         [](Tensors, Tensors, Tensors dy) { return dy; }, x);
}

DLC_PROGRAM(custom_gradients) {
  entry("value", {f64({4})}, [](Tensor x) { return straightThrough(x); });
  entry("through", {f64({4})}, [](Tensor x) { return grad((straightThrough(x) * x).sum(), x); });
  // The rule that the op has anyway: it agrees with finite differences, twice.
  auto power = [](Tensor x, Tensor k) {
    return custom_gradient([](Tensors in) { return in[0] * in[0] * in[1]; },
                           [](Tensors in, Tensors, Tensors dy) {
                             return Tensors{2 * in[0] * in[1] * dy[0], in[0] * in[0] * dy[0]};
                           },
                           {x, k});
  };
  entry("own_rule", {f64({3}), f64({3})}, power);
  entry("second", {f64({3}), f64({3})},
        [&](Tensor x, Tensor k) { return grad(square(power(x, k)).sum(), x); });
  // Two results, one of which nobody uses, and captures on both sides.
  entry("captured", {f64({3}), f64({3})}, [](Tensor x, Tensor k) {
    Tensors y = custom_gradient([&](Tensor x) { return Tensors{x * detach(k), exp(x)}; },
                                [&](Tensors, Tensors, Tensors dy) { return dy[0] * k + dy[1]; }, x);
    return grad(y[0].sum(), x);
  });
  entry("in_loop", {f64({4, 3})}, [](Tensor x) {
    Tensor last = scan(zeros({3}, f64), x, [](Tensor h, Tensor x) {
                    return h + straightThrough(x) * x;
                  }).carry[0];
    return grad(last.sum(), x);
  });
}
