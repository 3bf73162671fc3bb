// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/sign.cases -
// Second derivative: zero, as the first is.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_sign) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return sign(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.sign(); });
  entry("edges", {f64({5})}, [](Tensor x) { return sign(x); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return sign(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return sign(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return sign(x); });
  entry("ints", {i64({7})}, [](Tensor x) { return sign(x); });
  entry("i32", {i32({7})}, [](Tensor x) { return sign(x); });
  entry("bools", {boolean({2})}, [](Tensor x) { return sign(x); });
}
