// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/unfold.cases -
// F.unfold, and the method Tensor.unfold.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(unfold) {
  Dim n = dim("n", 5);
  entry("columns", {f64({2, 2, 4, 5})}, [](Tensor x) { return unfold(x, {2, 3}); });
  entry("options", {f64({1, 2, 5, 6})}, [](Tensor x) {
    return unfold(x, 3, {.dilation = {1, 2}, .padding = 1, .stride = {2, 1}});
  });
  entry("live", {f32({n, 1, 3, 3})}, [](Tensor x) { return unfold(x, 2); });
  entry("windows", {f64({2, 7})}, [](Tensor x) { return x.unfold(1, 3, 2); });
  entry("dense", {f64({5, 2})}, [](Tensor x) { return x.unfold(0, 4, 1); });
  entry("gaps", {f64({8})}, [](Tensor x) { return x.unfold(0, 2, 3); });
  entry("live_windows", {f64({n, 7})}, [](Tensor x) { return x.unfold(-1, 3, 3).tanh(); });
  entry("second", {f64({1, 1, 3, 3})},
        [](Tensor x) { return grad(square(unfold(x, 2)).sum(), x); });
}
