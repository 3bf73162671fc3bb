// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/pixel_unshuffle.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(pixel_unshuffle) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 1, 4, 6})}, [](Tensor x) { return pixel_unshuffle(x, 2); });
  entry("live", {f32({n, 2, 3, 3})}, [](Tensor x) { return pixel_unshuffle(x, 3); });
  entry("second", {f64({1, 1, 2, 4})},
        [](Tensor x) { return grad(square(pixel_unshuffle(x, 2)).sum(), x); });
}
