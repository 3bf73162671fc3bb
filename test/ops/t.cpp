// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/t.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(t) {
  Dim n = dim("n", 5);
  entry("matrix", {f64({2, 3})}, [](Tensor x) { return t(x); });
  entry("vector", {f64({3})}, [](Tensor x) { return x.t() * 2; });
  entry("scalar", {f64({})}, [](Tensor x) { return x.t() * 2; });
  entry("live", {f32({n, 2})}, [](Tensor x) { return x.t(); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.t()).sum(), x); });
}
