// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/float_power.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_float_power) {
  entry("ints", {i64({5}), i64({})}, [](Tensor x, Tensor y) { return float_power(x, y); });
  entry("singles", {f32({5}), f32({5})}, [](Tensor x, Tensor y) { return x.float_power(y); });
  entry("base", {i64({5})}, [](Tensor x) { return float_power(2, x); });
}
