// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/logical_not.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_logical_not) {
  Dim n = dim("n", 5);
  entry("bools", {boolean({4})}, [](Tensor x) { return logical_not(x); });
  entry("numbers", {f64({4})}, [](Tensor x) { return x.logical_not(); });
  entry("live", {i64({n, 2})}, [](Tensor x) { return logical_not(x); });
}
