// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/fold.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(fold) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 8, 6})}, [](Tensor x) { return fold(x, {3, 4}, 2); });
  entry("options", {f64({1, 18, 6})}, [](Tensor x) {
    return fold(x, {5, 6}, 3, {.dilation = {1, 2}, .padding = 1, .stride = {2, 3}});
  });
  entry("live", {f32({n, 4, 4})}, [](Tensor x) { return fold(x, 3, 2); });
  entry("second", {f64({1, 4, 4})}, [](Tensor x) { return grad(square(fold(x, 3, 2)).sum(), x); });
}
