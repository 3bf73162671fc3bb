// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/adaptive_avg_pool2d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(adaptive_avg_pool2d) {
  Dim n = dim("n", 5);
  entry("global_mean", {f64({2, 2, 3, 4})}, [](Tensor x) { return adaptive_avg_pool2d(x, 1); });
  entry("even", {f64({1, 2, 4, 6})}, [](Tensor x) { return adaptive_avg_pool2d(x, {2, 3}); });
  entry("uneven", {f64({1, 2, 5, 7})}, [](Tensor x) { return adaptive_avg_pool2d(x, {3, 4}); });
  entry("mixed", {f64({1, 1, 4, 5})}, [](Tensor x) { return adaptive_avg_pool2d(x, 2); });
  entry("same", {f64({1, 1, 2, 2})}, [](Tensor x) { return adaptive_avg_pool2d(x, 2) * 2; });
  entry("live", {f32({n, 2, 5, 4})}, [](Tensor x) { return adaptive_avg_pool2d(x, 3); });
  entry("second", {f64({1, 1, 3, 4})},
        [](Tensor x) { return grad(square(adaptive_avg_pool2d(x, 2)).sum(), x); });
}
