// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/bitwise_or.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_bitwise_or) {
  Dim n = dim("n", 5);
  entry("bools", {boolean({4}), boolean({4})}, [](Tensor x, Tensor y) { return x | y; });
  entry("ints", {i64({5}), i64({5})}, [](Tensor x, Tensor y) { return bitwise_or(x, y); });
  entry("i32", {i32({3}), i32({3})}, [](Tensor x, Tensor y) { return x.bitwise_or(y); });
  entry("mixed", {i64({3}), i32({3})}, [](Tensor x, Tensor y) { return x | y; });
  entry("int_and_bool", {i64({4}), boolean({4})}, [](Tensor x, Tensor y) { return x | y; });
  entry("number", {i64({5})}, [](Tensor x) { return x | 5; });
  entry("broadcast", {i64({3, 1}), i64({4})}, [](Tensor x, Tensor y) { return x | y; });
  entry("live", {i64({n, 2}), i64({2})}, [](Tensor x, Tensor y) { return x | y; });
}
