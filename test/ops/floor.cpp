// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/floor.cases -
// Second derivative: zero, as the first is.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_floor) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return floor(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.floor(); });
  entry("edges", {f64({19})}, [](Tensor x) { return floor(x); });
  entry("single_edges", {f32({19})}, [](Tensor x) { return floor(x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return floor(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return floor(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return floor(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return floor(x); });
  entry("halves", {f64({9})}, [](Tensor x) { return floor(x); });
  entry("ints", {i64({7})}, [](Tensor x) { return floor(x); });
  entry("flat", {f64({5})}, [](Tensor x) { return grad(floor(x).sum(), x); });
  entry("f16", {f16({7})}, [](Tensor x) { return floor(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return floor(x); });
}
