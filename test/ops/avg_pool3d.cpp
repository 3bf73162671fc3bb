// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/avg_pool3d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(avg_pool3d) {
  entry("tiles", {f64({1, 2, 2, 4, 2})}, [](Tensor x) { return avg_pool3d(x, 2); });
  entry("options", {f32({1, 1, 3, 4, 3})},
        [](Tensor x) { return avg_pool3d(x, {2, 3, 2}, {.stride = 1, .padding = {1, 0, 1}}); });
  entry("second", {f64({1, 1, 2, 2, 3})},
        [](Tensor x) { return grad(square(avg_pool3d(x, 2, {.stride = 1})).sum(), x); });
}
