// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/logical_or.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_logical_or) {
  Dim n = dim("n", 5);
  entry("bools", {boolean({4}), boolean({4})}, [](Tensor x, Tensor y) { return logical_or(x, y); });
  entry("numbers", {f64({4}), i64({4})}, [](Tensor x, Tensor y) { return x.logical_or(y); });
  entry("number", {i64({5})}, [](Tensor x) { return logical_or(x, 1); });
  entry("live", {i64({n, 2}), boolean({2})}, [](Tensor x, Tensor y) { return logical_or(x, y); });
}
