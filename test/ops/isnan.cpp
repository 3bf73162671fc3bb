// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/isnan.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_isnan) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({5})}, [](Tensor x) { return isnan(x); });
  entry("singles", {f32({5})}, [](Tensor x) { return x.isnan(); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return isnan(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return isnan(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return isnan(x); });
  entry("ints", {i64({4})}, [](Tensor x) { return isnan(x); });
}
