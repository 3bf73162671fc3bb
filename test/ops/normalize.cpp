// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/normalize.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(normalize) {
  Dim n = dim("n", 5);
  entry("rows", {f64({2, 3})}, [](Tensor x) { return normalize(x); });
  entry("columns", {f32({2, 3})}, [](Tensor x) { return normalize(x, {.dim = 0}); });
  entry("one", {f64({2, 3})}, [](Tensor x) { return normalize(x, {.p = 1, .dim = -1}); });
  entry("eps", {f64({2, 2})}, [](Tensor x) { return normalize(x, {.eps = 10}); });
  entry("zero", {f64({2, 2})}, [](Tensor x) { return normalize(x); });
  entry("half", {f16({1, 2})}, [](Tensor x) { return normalize(x); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return normalize(x, {.p = 3}); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(normalize(x) * x).sum(), x); });
}
