// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/logspace.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_logspace) {
  entry("few", {},
        []() { return results({{"y0", logspace(0, 2, 3)}, {"y1", logspace(0, 4, 5, 2)}}); });
  entry("doubles", {}, []() { return logspace(-1, 1, 5, 10, f64); });
}
