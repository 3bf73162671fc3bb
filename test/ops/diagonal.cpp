// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/diagonal.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(diagonal) {
  Dim n = dim("n", 5);
  entry("plain", {f64({3, 4})}, [](Tensor x) { return diagonal(x); });
  entry("above", {f64({3, 4})}, [](Tensor x) { return x.diagonal(2); });
  entry("below", {f64({4, 2})}, [](Tensor x) { return x.diagonal(-1); });
  entry("dims", {f64({3, 2, 4})}, [](Tensor x) { return x.diagonal(1, -1, 0); });
  entry("outside", {f64({2, 2})}, [](Tensor x) { return x.diagonal(5); });
  entry("live", {f32({n, 3, 3})}, [](Tensor x) { return x.diagonal(0, 1, 2); });
  entry("second", {f64({3, 3})}, [](Tensor x) { return grad(square(x.diagonal()).sum(), x); });
}
