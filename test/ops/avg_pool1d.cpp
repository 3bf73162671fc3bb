// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/avg_pool1d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(avg_pool1d) {
  Dim n = dim("n", 5);
  entry("tiles", {f64({2, 2, 6})}, [](Tensor x) { return avg_pool1d(x, 3); });
  entry("options", {f64({1, 2, 7})},
        [](Tensor x) { return avg_pool1d(x, 3, {.stride = 2, .padding = 1}); });
  entry("inside", {f64({1, 2, 7})}, [](Tensor x) {
    return avg_pool1d(x, 3, {.stride = 2, .padding = 1, .count_include_pad = false});
  });
  entry("ceil", {f64({1, 1, 8})},
        [](Tensor x) { return avg_pool1d(x, 3, {.padding = 1, .ceil_mode = true}); });
  entry("live", {f32({n, 2, 5})}, [](Tensor x) { return avg_pool1d(x, 2); });
  entry("second", {f64({1, 1, 6})}, [](Tensor x) {
    return grad(square(avg_pool1d(x, 3, {.stride = 2, .padding = 1})).sum(), x);
  });
}
