// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/expm1.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_expm1) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return expm1(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.expm1(); });
  entry("edges", {f64({19})}, [](Tensor x) { return expm1(x); });
  entry("single_edges", {f32({19})}, [](Tensor x) { return expm1(x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return expm1(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return expm1(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return expm1(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return expm1(x); });
  entry("ints", {i64({4})}, [](Tensor x) { return expm1(x); });
  entry("bools", {boolean({2})}, [](Tensor x) { return expm1(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(expm1(x)).sum(), x); });
  entry("tiny", {f64({5})}, [](Tensor x) { return expm1(x) / x; });
  entry("tiny_singles", {f32({5})}, [](Tensor x) { return expm1(x) / x; });
  entry("f16", {f16({7})}, [](Tensor x) { return expm1(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return expm1(x); });
}
