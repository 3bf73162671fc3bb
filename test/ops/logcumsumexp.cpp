// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/logcumsumexp.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(logcumsumexp_test) {
  Dim n = dim("n", 8);
  entry("rows", {f64({3, 5})}, [](Tensor x) { return logcumsumexp(x, 1); });
  entry("columns", {f32({6, 18})}, [](Tensor x) { return x.logcumsumexp(0); });
  entry("middle", {f64({2, 3, 4})}, [](Tensor x) { return x.logcumsumexp(-2); });
  entry("row", {f64({20})}, [](Tensor x) { return x.logcumsumexp(0); });
  entry("scalar", {f64({})}, [](Tensor x) { return x.logcumsumexp(0); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return x.logcumsumexp(0); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return x.logcumsumexp(0); });
  entry("rows_live", {f64({n, 4})}, [](Tensor x) { return x.logcumsumexp(1); });
  entry("second", {f64({2, 4})}, [](Tensor x) {
    Tensor y = x.logcumsumexp(1);
    return grad((y * y).sum(), x);
  });
  entry("edges", {f64({7})}, [](Tensor x) { return x.logcumsumexp(0); });
  entry("far", {f64({5})}, [](Tensor x) { return x.logcumsumexp(0); });
}
