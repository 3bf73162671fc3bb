// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/avg_pool2d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(avg_pool2d) {
  Dim n = dim("n", 5);
  entry("half", {f16({1, 2, 4, 4})}, [](Tensor x) { return avg_pool2d(x, 2); });
  entry("tiles", {f64({2, 2, 4, 6})}, [](Tensor x) { return avg_pool2d(x, 2); });
  entry("overlapping", {f64({1, 2, 5, 6})}, [](Tensor x) { return avg_pool2d(x, 3, 2, 1); });
  entry("rest", {f64({1, 1, 5, 5})}, [](Tensor x) { return avg_pool2d(x, {2, 3}); });
  entry("inside", {f64({1, 2, 5, 6})}, [](Tensor x) {
    return avg_pool2d(x, 3, {.stride = 2, .padding = 1, .count_include_pad = false});
  });
  entry("ceil", {f64({1, 1, 6, 7})},
        [](Tensor x) { return avg_pool2d(x, 3, {.stride = 2, .padding = 1, .ceil_mode = true}); });
  entry("ceil_inside", {f64({1, 1, 6, 7})}, [](Tensor x) {
    return avg_pool2d(x, 3,
                      {.stride = 2, .padding = 1, .ceil_mode = true, .count_include_pad = false});
  });
  entry("divisor", {f64({1, 1, 4, 4})},
        [](Tensor x) { return avg_pool2d(x, 2, {.divisor_override = 3}); });
  entry("live", {f32({n, 3, 5, 5})}, [](Tensor x) { return avg_pool2d(x, 3, {.stride = 1}); });
  entry("unbatched", {f64({1, 4, 4})}, [](Tensor x) { return avg_pool2d(x, 2); });
  entry("second", {f64({1, 1, 4, 4})},
        [](Tensor x) { return grad(square(avg_pool2d(x, 3, 1)).sum(), x); });
}
