// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/lp_pool1d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(lp_pool1d) {
  entry("two", {f64({1, 2, 6})}, [](Tensor x) { return lp_pool1d(x, 2, 2); });
  entry("stride", {f32({1, 2, 7})}, [](Tensor x) { return lp_pool1d(x, 2, 3, 2); });
  entry("second", {f64({1, 1, 5})},
        [](Tensor x) { return grad(square(lp_pool1d(x, 3, 2, 1)).sum(), x); });
}
