// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/take_along_dim.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(take_along_dim_test) {
  entry("plain", {f64({3, 4}), i64({3, 2})},
        [](Tensor x, Tensor i) { return take_along_dim(x, i, 1); });
  entry("spread", {f64({4, 1, 3}), i64({2, 5, 1})},
        [](Tensor x, Tensor i) { return x.take_along_dim(i, 0); });
  entry("second", {f64({3, 2}), i64({4, 2})},
        [](Tensor x, Tensor i) { return grad(square(take_along_dim(x, i, 0)).sum(), x); });
}
