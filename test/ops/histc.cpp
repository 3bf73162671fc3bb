// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/histc.cases -
// No gradient: it counts.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(histc_test) {
  entry("plain", {f64({8})}, [](Tensor x) { return histc(x, 5, -1, 1); });
}
