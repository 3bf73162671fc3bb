// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/isfinite.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_isfinite) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({5})}, [](Tensor x) { return isfinite(x); });
  entry("singles", {f32({5})}, [](Tensor x) { return x.isfinite(); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return isfinite(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return isfinite(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return isfinite(x); });
  entry("ints", {i64({4})}, [](Tensor x) { return isfinite(x); });
}
