// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/msort.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(msort_test) {
  entry("plain", {f64({5, 3})}, [](Tensor x) { return x.msort(); });
}
