// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/eye.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_eye) {
  Dim n = dim("n", 5);
  entry("square", {}, []() { return results({{"y0", eye(3)}, {"y1", eye(1)}, {"y2", eye(0)}}); });
  entry("wide", {}, []() { return results({{"y0", eye(2, 4)}, {"y1", eye(4, 2)}}); });
  entry("ints", {}, []() { return eye(2, 3, i64); });
  entry("live", {f64({n})}, [&](Tensor x) { return eye(n); });
}
