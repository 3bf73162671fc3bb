// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/pixel_shuffle.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(pixel_shuffle) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 8, 2, 3})}, [](Tensor x) { return pixel_shuffle(x, 2); });
  entry("unbatched", {f64({9, 1, 2})}, [](Tensor x) { return pixel_shuffle(x, 3); });
  entry("live", {f32({n, 4, 2, 2})}, [](Tensor x) { return pixel_shuffle(x, 2); });
  entry("second", {f64({1, 4, 1, 2})},
        [](Tensor x) { return grad(square(pixel_shuffle(x, 2)).sum(), x); });
}
