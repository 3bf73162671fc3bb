// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/relu6.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_relu6) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return relu6(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return relu6(x); });
  entry("edges", {f64({16})}, [](Tensor x) { return relu6(x); });
  entry("single_edges", {f32({16})}, [](Tensor x) { return relu6(x); });
  entry("slopes", {f64({13})}, [](Tensor x) { return grad(relu6(x).sum(), x); });
  entry("kinks", {f64({2})}, [](Tensor x) { return grad(relu6(x).sum(), x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return relu6(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return relu6(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return relu6(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return relu6(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(relu6(x)).sum(), x); });
  entry("f16", {f16({7})}, [](Tensor x) { return relu6(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return relu6(x); });
}
