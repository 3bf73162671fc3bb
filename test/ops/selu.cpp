// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/selu.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_selu) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return selu(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return selu(x); });
  entry("edges", {f64({16})}, [](Tensor x) { return selu(x); });
  entry("single_edges", {f32({16})}, [](Tensor x) { return selu(x); });
  entry("slopes", {f64({13})}, [](Tensor x) { return grad(selu(x).sum(), x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return selu(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return selu(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return selu(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return selu(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(selu(x)).sum(), x); });
  entry("f16", {f16({7})}, [](Tensor x) { return selu(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return selu(x); });
}
