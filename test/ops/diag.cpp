// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/diag.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(diag) {
  entry("vector", {f64({3})}, [](Tensor x) { return diag(x); });
  entry("above", {f64({2})}, [](Tensor x) { return x.diag(2); });
  entry("below", {f64({2})}, [](Tensor x) { return x.diag(-1); });
  entry("one", {f64({1})}, [](Tensor x) { return x.diag(); });
  entry("matrix", {f32({3, 4})}, [](Tensor x) { return x.diag(1); });
  entry("second", {f64({3})}, [](Tensor x) { return grad(square(x.diag()).sum(), x); });
}
