// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/le.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_le) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({8}), f64({8})}, [](Tensor x, Tensor y) { return x <= y; });
  entry("singles", {f32({8}), f32({8})}, [](Tensor x, Tensor y) { return x.le(y); });
  entry("broadcast", {f64({3, 1, 4}), f64({2, 1})}, [](Tensor x, Tensor y) { return le(x, y); });
  entry("live", {f64({n, 2}), f64({2})}, [](Tensor x, Tensor y) { return le(x, y); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return le(x, y); });
  entry("nothing", {f64({0, 3}), f64({3})}, [](Tensor x, Tensor y) { return le(x, y); });
  entry("ints", {i64({9}), i64({9})}, [](Tensor x, Tensor y) { return le(x, y); });
  entry("mixed", {i64({9}), f32({9})}, [](Tensor x, Tensor y) { return le(x, y); });
  entry("number", {i64({9})}, [](Tensor x) { return x <= 0.5; });
  entry("bools", {boolean({4}), boolean({4})}, [](Tensor x, Tensor y) { return le(x, y); });
}
