// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/msort.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(msort_test) {
  entry("plain", {f64({5, 3})}, [](Tensor x) { return x.msort(); });
  entry("second", {f64({3, 2})}, [](Tensor x) { return grad(square(x.msort()).sum(), x); });
}
