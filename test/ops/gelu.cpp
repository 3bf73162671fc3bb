// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/gelu.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_gelu) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return gelu(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return gelu(x); });
  entry("edges", {f64({16})}, [](Tensor x) { return gelu(x); });
  entry("single_edges", {f32({16})}, [](Tensor x) { return gelu(x); });
  entry("slopes", {f64({13})}, [](Tensor x) { return grad(gelu(x).sum(), x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return gelu(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return gelu(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return gelu(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return gelu(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(gelu(x)).sum(), x); });
  entry("tanh", {f64({3, 7})}, [](Tensor x) { return gelu(x, {.approximate = "tanh"}); });
  entry("tanh_singles", {f32({33})}, [](Tensor x) { return gelu(x, {.approximate = "tanh"}); });
  entry("f16", {f16({7})}, [](Tensor x) { return gelu(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return gelu(x); });
}
