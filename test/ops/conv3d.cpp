// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/conv3d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(conv3d) {
  Dim n = dim("n", 5);
  entry("plain", {f64({1, 2, 3, 4, 3}), f64({2, 2, 2, 2, 2}), f64({2})},
        [](Tensor x, Tensor w, Tensor b) { return conv3d(x, w, b); });
  entry("options", {f64({1, 2, 4, 3, 3}), f64({2, 1, 2, 2, 2})}, [](Tensor x, Tensor w) {
    return conv3d(x, w, {},
                  {.stride = {2, 1, 1}, .padding = {0, 1, 0}, .dilation = {1, 1, 2}, .groups = 2});
  });
  entry("live", {f32({n, 1, 2, 3, 3}), f32({2, 1, 2, 2, 2})},
        [](Tensor x, Tensor w) { return conv3d(x, w); });
  entry("second", {f64({1, 1, 2, 3, 2}), f64({2, 1, 1, 2, 2})}, [](Tensor x, Tensor w) {
    Tensors g = grad(square(conv3d(x, w)).sum(), {x, w});
    return results({{"dx", g[0]}, {"dw", g[1]}});
  });
}
