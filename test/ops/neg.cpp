// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/neg.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_neg) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return neg(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.neg(); });
  entry("edges", {f64({5})}, [](Tensor x) { return -x; });
  entry("live", {f64({n, 2})}, [](Tensor x) { return neg(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return neg(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return neg(x); });
  entry("ints", {i64({7})}, [](Tensor x) { return neg(x); });
  entry("i32", {i32({7})}, [](Tensor x) { return neg(x); });
  entry("second", {f64({3})}, [](Tensor x) { return grad(square(-x).sum(), x); });
}
