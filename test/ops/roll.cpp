// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/roll.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(roll) {
  Dim n = dim("n", 5);
  entry("half", {bf16({5})}, [](Tensor x) { return x.roll(2, 0); });
  entry("dim", {f64({2, 3, 4})}, [](Tensor x) { return roll(x, 1, 1); });
  entry("back", {f64({2, 3, 4})}, [](Tensor x) { return x.roll(-1, -1); });
  entry("far", {f64({3, 2})}, [](Tensor x) { return x.roll({7, -3}, {0, 1}); });
  entry("flat", {f64({2, 3})}, [](Tensor x) { return x.roll(2); });
  entry("by_nothing", {f64({3})}, [](Tensor x) { return x.roll(3, 0) * 2; });
  entry("live", {f32({n, 3})}, [](Tensor x) { return x.roll(1, 1); });
  entry("ints", {i64({4})}, [](Tensor x) { return x.roll(1); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.roll(1, 1) * x).sum(), x); });
}
