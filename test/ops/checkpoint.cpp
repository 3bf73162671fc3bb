// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/checkpoint.cases -
// The gradient of a checkpoint is the gradient of what it computes.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(checkpoints) {
  Dim n = dim("n", 5);
  auto block = [](Tensor x, Tensor w) { return tanh(matmul(tanh(matmul(x, w)), w)); };
  entry("one", {f64({2, 3}), f64({3, 3})},
        [&](Tensor x, Tensor w) { return checkpoint([&](Tensor x) { return block(x, w); }, x); });
  entry("several", {f64({2, 3}), f64({3, 3})}, [&](Tensor x, Tensor w) {
    Tensors both =
        checkpoint([&](Tensors in) { return Tensors{block(in[0], in[1]), in[0] * 2}; }, {x, w});
    return results({{"a", both[0]}, {"b", both[1]}});
  });
  entry("chain", {f64({n, 3}), f64({3, 3})}, [&](Tensor x, Tensor w) {
    for (int i = 0; i < 3; ++i)
      x = checkpoint([&](Tensor x) { return block(x, w); }, x);
    return x;
  });
  entry("second", {f64({2, 3}), f64({3, 3})}, [&](Tensor x, Tensor w) {
    Tensor y = checkpoint([&](Tensor x) { return block(x, w); }, x);
    return grad(square(y).sum(), x);
  });
  // The mask that is drawn again is the same mask.
  entry("dropped", {f64({40})}, [](Tensor x) {
    Tensor y = checkpoint([](Tensor x) { return dropout(x, 0.5) * x; }, x);
    Tensor g = grad(y.sum(), x);
    return ((g == 2 * y / x) | (y == 0)).to(i64).sum() == 40;
  });
  entry("in_loop", {f64({4, 2, 3}), f64({3, 3})}, [&](Tensor x, Tensor w) {
    return scan(zeros({2, 3}, f64), x,
                [&](Tensor h, Tensor x) {
                  return checkpoint([&](Tensors in) { return block(in[0] + in[1], w); }, {h, x});
                })
        .carry[0];
  });
}
