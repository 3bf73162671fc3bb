// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/threshold.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_threshold) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return threshold(x, 0.5, -7); });
  entry("singles", {f32({33})}, [](Tensor x) { return threshold(x, 0.5, -7); });
  entry("edges", {f64({16})}, [](Tensor x) { return threshold(x, 0.5, -7); });
  entry("single_edges", {f32({16})}, [](Tensor x) { return threshold(x, 0.5, -7); });
  entry("slopes", {f64({13})}, [](Tensor x) { return grad(threshold(x, 0.5, -7).sum(), x); });
  entry("kinks", {f64({1})}, [](Tensor x) { return grad(threshold(x, 0.5, -7).sum(), x); });
  entry("permuted", {f64({2, 3, 4})},
        [](Tensor x) { return threshold(x.permute(2, 0, 1), 0.5, -7); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return threshold(x, 0.5, -7); });
  entry("scalar", {f64({})}, [](Tensor x) { return threshold(x, 0.5, -7); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return threshold(x, 0.5, -7); });
  entry("second", {f64({5})},
        [](Tensor x) { return grad(square(threshold(x, 0.5, -7)).sum(), x); });
  entry("ints", {i64({7})}, [](Tensor x) { return threshold(x, 1, -7); });
  entry("f16", {f16({7})}, [](Tensor x) { return threshold(x, 0.5, -7); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return threshold(x, 0.5, -7); });
}
