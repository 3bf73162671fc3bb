// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/squeeze.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(squeeze) {
  Dim n = dim("n", 5);
  entry("all", {f64({1, 2, 1, 3, 1})}, [](Tensor x) { return squeeze(x); });
  entry("one", {f64({1, 2, 1})}, [](Tensor x) { return x.squeeze(-1); });
  entry("none", {f64({2, 3})}, [](Tensor x) { return x.squeeze(0) * 2; });
  entry("some", {f64({1, 2, 1, 1})}, [](Tensor x) { return x.squeeze({0, 1, 3}); });
  entry("to_scalar", {f64({1, 1})}, [](Tensor x) { return x.squeeze(); });
  entry("live", {f32({n, 1})}, [](Tensor x) { return x.squeeze(); });
  entry("second", {f64({2, 1})}, [](Tensor x) { return grad(square(x.squeeze()).sum(), x); });
}
