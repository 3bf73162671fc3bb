// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/erfc.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_erfc) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7})}, [](Tensor x) { return erfc(x); });
  entry("singles", {f32({33})}, [](Tensor x) { return x.erfc(); });
  entry("edges", {f64({19})}, [](Tensor x) { return erfc(x); });
  entry("single_edges", {f32({19})}, [](Tensor x) { return erfc(x); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return erfc(x.permute(2, 0, 1)); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return erfc(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return erfc(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return erfc(x); });
  entry("ints", {i64({4})}, [](Tensor x) { return erfc(x); });
  entry("bools", {boolean({2})}, [](Tensor x) { return erfc(x); });
  entry("second", {f64({5})}, [](Tensor x) { return grad(square(erfc(x)).sum(), x); });
  entry("far", {f64({4})}, [](Tensor x) { return erfc(x) * exp(x * x); });
  entry("f16", {f16({7})}, [](Tensor x) { return erfc(x); });
  entry("bf16", {bf16({7})}, [](Tensor x) { return erfc(x); });
}
