// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/mish.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_mish) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return mish(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return mish(x); });
  entry("edges", {f64({16})}, [](Tensor x) { return mish(x); });
  entry("single_edges", {f32({16})}, [](Tensor x) { return mish(x); });
  entry("slopes", {f64({13})}, [](Tensor x) { return grad(mish(x).sum(), x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return mish(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return mish(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return mish(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return mish(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(mish(x)).sum(), x); });
  entry("f16", {f16({7})}, [](Tensor x) { return mish(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return mish(x); });
}
