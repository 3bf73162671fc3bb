// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/prelu.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_prelu) {
  Dim n = dim("n", 5);
  entry("one", {f64({2, 3, 4}), f64({1})}, [](Tensor x, Tensor w) { return prelu(x, w); });
  entry("channels", {f64({2, 3, 4}), f64({3})}, [](Tensor x, Tensor w) { return prelu(x, w); });
  entry("matrix", {f64({4, 3}), f64({3})}, [](Tensor x, Tensor w) { return prelu(x, w); });
  entry("singles", {f32({2, 3, 4}), f32({3})}, [](Tensor x, Tensor w) { return prelu(x, w); });
  entry("live", {f64({n, 2}), f64({2})}, [](Tensor x, Tensor w) { return prelu(x, w); });
  entry("nothing", {f64({0, 3}), f64({1})}, [](Tensor x, Tensor w) { return prelu(x, w); });
  entry("kink", {f64({1}), f64({1})},
        [](Tensor x, Tensor w) { return grad(prelu(x, w).sum(), x); });
  entry("second", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor w) {
    Tensors g = grad(square(prelu(x, w)).sum(), {x, w});
    return results({{"dx", g[0]}, {"dw", g[1]}});
  });
}
