// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/nan_to_num.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_nan_to_num) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({4})}, [](Tensor x) { return nan_to_num(x); });
  entry("singles", {f32({4})}, [](Tensor x) { return x.nan_to_num(); });
  entry("given", {f64({4})}, [](Tensor x) { return nan_to_num(x, 7, 8, 9); });
  entry("plain", {f64({3, 4})}, [](Tensor x) { return nan_to_num(x, 7); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return nan_to_num(x); });
  entry("ints", {i64({4})}, [](Tensor x) { return nan_to_num(x); });
  entry("second", {f64({3})}, [](Tensor x) { return grad(square(x.nan_to_num()).sum(), x); });
}
