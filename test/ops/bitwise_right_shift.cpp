// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/bitwise_right_shift.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_bitwise_right_shift) {
  Dim n = dim("n", 5);
  entry("ints", {i64({5}), i64({5})}, [](Tensor x, Tensor y) { return x >> y; });
  entry("i32", {i32({3}), i32({3})}, [](Tensor x, Tensor y) { return bitwise_right_shift(x, y); });
  entry("number", {i64({5})}, [](Tensor x) { return x >> 2; });
  entry("live", {i64({n, 2}), i64({2})},
        [](Tensor x, Tensor y) { return x.bitwise_right_shift(y); });
  entry("far", {i64({5}), i64({5})}, [](Tensor x, Tensor y) { return x >> y; });
}
