// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/clamp.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_clamp) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return clamp(x, -1, 1); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.clamp(-1, 1); });
  entry("edges", {f64({10})}, [](Tensor x) { return clamp(x, -1, 1); });
  entry("crossed", {f64({10})}, [](Tensor x) { return clamp(x, 1, -1); });
  entry("bounds", {f64({7})}, [](Tensor x) { return grad(clamp(x, -1, 1).sum(), x); });
  entry("tensors", {f64({3, 7}), f64({7}), f64({3, 1})},
        [](Tensor x, Tensor a, Tensor b) { return clamp(x, a, b); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return clamp(x, -1, 1); });
  entry("ints", {i64({7})}, [](Tensor x) { return clamp(x, -2, 3); });
  entry("int_and_real", {i64({7})}, [](Tensor x) { return clamp(x, -1.5, 2); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(x.clamp(-1, 1)).sum(), x); });
}
