// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/bitwise_not.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_bitwise_not) {
  Dim n = dim("n", 5);
  entry("bools", {boolean({4})}, [](Tensor x) { return ~x; });
  entry("ints", {i64({5})}, [](Tensor x) { return bitwise_not(x); });
  entry("i32", {i32({3})}, [](Tensor x) { return x.bitwise_not(); });
  entry("live", {i64({n, 2})}, [](Tensor x) { return ~x; });
}
