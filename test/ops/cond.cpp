// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/cond.cases -
#include <dlc/dlc.h>
using namespace dlc;

static Tensor choose(Tensor x, Tensor w) {
  return cond(x.sum() > 0, [&] { return matmul(x, w); }, [&] { return tanh(x) * w.sum(); });
}

DLC_PROGRAM(branches) {
  Dim n = dim("n", 4);
  entry("taken", {f64({2, 3}), f64({3, 3})}, choose);
  entry("other", {f64({2, 3}), f64({3, 3})}, choose);
  entry("live", {f64({n, 3}), f64({3, 3})}, choose);
  entry("second", {f64({2, 3}), f64({3, 3})},
        [](Tensor x, Tensor w) { return grad(square(choose(x, w)).sum(), x); });
  entry("two", {f64({3})}, [](Tensor x) {
    Tensors both =
        cond(x.sum() > 0, [&] { return Tensors{x, x * 2}; }, [&] { return Tensors{-x, x}; });
    return results({{"a", both[0]}, {"b", both[1]}});
  });
  // A branch in a loop.
  entry("in_loop", {f64({5, 3})}, [](Tensor x) {
    return scan(zeros({3}, f64), x,
                [](Tensor h, Tensor x) {
                  h = cond(x.sum() > 0, [&] { return h + x; }, [&] { return h * x; });
                  return Step{h, h};
                })
        .out[0];
  });
}
