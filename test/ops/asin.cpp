// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/asin.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_asin) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return asin(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.asin(); });
  entry("edges", {f64({19})}, [](Tensor x) { return asin(x); });
  entry("single_edges", {f32({19})}, [](Tensor x) { return asin(x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return asin(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return asin(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return asin(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return asin(x); });
  entry("ints", {i64({4})}, [](Tensor x) { return asin(x); });
  entry("bools", {boolean({2})}, [](Tensor x) { return asin(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(asin(x)).sum(), x); });
  entry("f16", {f16({7})}, [](Tensor x) { return asin(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return asin(x); });
}
