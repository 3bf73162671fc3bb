// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/argsort.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(argsort_test) {
  entry("rows", {f64({3, 7})}, [](Tensor x) { return argsort(x, 1); });
  entry("down", {f64({7, 2})}, [](Tensor x) { return x.argsort(0, /*descending=*/true); });
}
