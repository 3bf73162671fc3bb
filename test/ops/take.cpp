// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/take.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(take_test) {
  entry("plain", {f64({3, 4}), i64({4})}, [](Tensor x, Tensor i) { return take(x, i); });
  entry("square", {f32({2, 3}), i64({2, 2})}, [](Tensor x, Tensor i) { return x.take(i); });
  entry("scalar", {f64({3}), i64({})}, [](Tensor x, Tensor i) { return x.take(i); });
  entry("second", {f64({2, 3}), i64({4})},
        [](Tensor x, Tensor i) { return grad(square(take(x, i)).sum(), x); });
}
