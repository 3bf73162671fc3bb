// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/linspace.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_linspace) {
  entry("few", {}, []() {
    return results({{"y0", linspace(0, 1, 5)},
                    {"y1", linspace(3, 3, 1)},
                    {"y2", linspace(0, 1, 0)},
                    {"y3", linspace(1, -2, 4)}});
  });
  entry("doubles", {}, []() { return linspace(-1, 1, 11, f64); });
}
