// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/floor_divide.cases -
// No gradient: flat between its jumps.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_floor_divide) {
  entry("ints", {i64({10}), i64({10})}, [](Tensor x, Tensor y) { return floor_divide(x, y); });
  entry("by_zero", {i64({5}), i64({5})}, [](Tensor x, Tensor y) { return x.floor_divide(y); });
  entry("doubles", {f64({3, 7}), f64({7})}, [](Tensor x, Tensor y) { return floor_divide(x, y); });
  entry("flat", {f64({5}), f64({5})},
        [](Tensor x, Tensor y) { return grad(floor_divide(x, y).sum(), x); });
  entry("u8", {u8({5}), u8({5})}, [](Tensor x, Tensor y) { return floor_divide(x, y); });
}
