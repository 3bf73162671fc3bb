// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/flatten.cases -
// Also ravel.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(flatten) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3, 4})}, [](Tensor x) { return flatten(x); });
  entry("some", {f64({2, 3, 4, 2})}, [](Tensor x) { return x.flatten(1, 2); });
  entry("live", {f32({n, 2, 3})}, [](Tensor x) { return x.flatten(1); });
  entry("scalar", {f64({})}, [](Tensor x) { return x.flatten(); });
  entry("ravel", {i64({2, 3})}, [](Tensor x) { return x.ravel(); });
  entry("ravelled", {f64({2, 3})}, [](Tensor x) { return ravel(x); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.flatten()).sum(), x); });
}
