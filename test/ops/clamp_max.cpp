// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/clamp_max.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_clamp_max) {
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return clamp_max(x, 0.5); });
  entry("edges", {f64({10})}, [](Tensor x) { return x.clamp_max(0.5); });
  entry("ints", {i64({7})}, [](Tensor x) { return clamp_max(x, 1); });
  entry("tensor", {f64({3, 4}), f64({4})}, [](Tensor x, Tensor y) { return clamp_max(x, y); });
  entry("second", {f64({3})}, [](Tensor x) { return grad(square(x.clamp_max(0.5)).sum(), x); });
}
