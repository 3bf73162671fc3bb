// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/adaptive_avg_pool3d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(adaptive_avg_pool3d) {
  entry("uneven", {f64({1, 1, 3, 4, 5})}, [](Tensor x) { return adaptive_avg_pool3d(x, 2); });
  entry("global_mean", {f32({1, 2, 2, 3, 2})}, [](Tensor x) { return adaptive_avg_pool3d(x, 1); });
  entry("second", {f64({1, 1, 2, 3, 2})},
        [](Tensor x) { return grad(square(adaptive_avg_pool3d(x, 2)).sum(), x); });
}
