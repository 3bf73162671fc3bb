// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/square.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_square) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return square(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.square(); });
  entry("edges", {f64({19})}, [](Tensor x) { return square(x); });
  entry("single_edges", {f32({19})}, [](Tensor x) { return square(x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return square(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return square(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return square(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return square(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(square(x)).sum(), x); });
  entry("ints", {i64({7})}, [](Tensor x) { return square(x); });
  entry("f16", {f16({7})}, [](Tensor x) { return square(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return square(x); });
}
