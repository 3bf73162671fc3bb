// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/expand.cases -
// Also expand_as, broadcast_to.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(expand) {
  Dim n = dim("n", 5);
  entry("plain", {f64({3, 1})}, [](Tensor x) { return expand(x, {2, 3, 4}); });
  entry("kept", {f64({1, 3})}, [](Tensor x) { return x.expand(2, -1); });
  entry("live", {f64({n, 1})}, [&](Tensor x) { return x.expand({2, n, 3}); });
  entry("scalar", {f64({})}, [](Tensor x) { return x.expand({2, 2}); });
  entry("expand_as", {f64({3, 1}), f64({2, 3, 2})},
        [](Tensor x, Tensor y) { return x.expand_as(y) * y; });
  entry("broadcast_to", {f32({1, 2})},
        [](Tensor x) { return x.broadcast_to({3, 2}) + broadcast_to(x, {3, 2}); });
  entry("second", {f64({3, 1})}, [](Tensor x) { return grad(square(x.expand({3, 2})).sum(), x); });
}
