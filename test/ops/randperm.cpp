// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/randperm.cases -
// No gradient: random numbers are constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(randperm_test) {
  Dim n = dim("n", 8);
  entry("sorted", {}, []() { return sort(randperm(50)).values; });
  entry("live", {}, []() { return sort(randperm(dim("n", 8))).values; });
}
