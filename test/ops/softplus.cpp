// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/softplus.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_softplus) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return softplus(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return softplus(x); });
  entry("edges", {f64({16})}, [](Tensor x) { return softplus(x); });
  entry("single_edges", {f32({16})}, [](Tensor x) { return softplus(x); });
  entry("slopes", {f64({13})}, [](Tensor x) { return grad(softplus(x).sum(), x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return softplus(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return softplus(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return softplus(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return softplus(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(softplus(x)).sum(), x); });
  entry("beta", {f64({9})}, [](Tensor x) { return softplus(x, 2, 3); });
  entry("f16", {f16({7})}, [](Tensor x) { return softplus(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return softplus(x); });
}
