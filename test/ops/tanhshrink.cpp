// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/tanhshrink.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_tanhshrink) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return tanhshrink(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return tanhshrink(x); });
  entry("edges", {f64({16})}, [](Tensor x) { return tanhshrink(x); });
  entry("single_edges", {f32({16})}, [](Tensor x) { return tanhshrink(x); });
  entry("slopes", {f64({13})}, [](Tensor x) { return grad(tanhshrink(x).sum(), x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return tanhshrink(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return tanhshrink(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return tanhshrink(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return tanhshrink(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(tanhshrink(x)).sum(), x); });
  entry("f16", {f16({7})}, [](Tensor x) { return tanhshrink(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return tanhshrink(x); });
}
