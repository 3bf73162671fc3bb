// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/lp_pool2d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(lp_pool2d) {
  entry("two", {f64({2, 1, 4, 4})}, [](Tensor x) { return lp_pool2d(x, 2, 2); });
  entry("four", {f64({1, 1, 5, 5})}, [](Tensor x) { return lp_pool2d(x, 4, {2, 3}, {2, 1}); });
  entry("ceil", {f32({1, 1, 5, 5})}, [](Tensor x) { return lp_pool2d(x, 2, 2, 2, true); });
  entry("zero", {f64({1, 1, 2, 2})}, [](Tensor x) { return grad(lp_pool2d(x, 2, 2).sum(), x); });
  entry("second", {f64({1, 1, 3, 3})},
        [](Tensor x) { return grad(square(lp_pool2d(x, 4, 2, 1)).sum(), x); });
}
