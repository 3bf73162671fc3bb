// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/adaptive_avg_pool1d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(adaptive_avg_pool1d) {
  Dim n = dim("n", 5);
  entry("even", {f64({2, 2, 6})}, [](Tensor x) { return adaptive_avg_pool1d(x, 3); });
  entry("uneven", {f64({2, 2, 7})}, [](Tensor x) { return adaptive_avg_pool1d(x, 3); });
  entry("larger", {f64({1, 2, 3})}, [](Tensor x) { return adaptive_avg_pool1d(x, 5); });
  entry("live", {f32({n, 2, 5})}, [](Tensor x) { return adaptive_avg_pool1d(x, 2); });
  entry("second", {f64({1, 1, 5})},
        [](Tensor x) { return grad(square(adaptive_avg_pool1d(x, 3)).sum(), x); });
}
