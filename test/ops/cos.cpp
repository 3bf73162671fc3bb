// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/cos.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_cos) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return cos(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.cos(); });
  entry("edges", {f64({19})}, [](Tensor x) { return cos(x); });
  entry("single_edges", {f32({19})}, [](Tensor x) { return cos(x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return cos(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return cos(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return cos(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return cos(x); });
  entry("ints", {i64({4})}, [](Tensor x) { return cos(x); });
  entry("bools", {boolean({2})}, [](Tensor x) { return cos(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(cos(x)).sum(), x); });
  entry("large_singles", {f32({6})}, [](Tensor x) { return cos(x); });
  entry("f16", {f16({7})}, [](Tensor x) { return cos(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return cos(x); });
}
