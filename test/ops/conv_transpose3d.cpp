// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/conv_transpose3d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(conv_transpose3d) {
  entry("plain", {f64({1, 2, 2, 2, 2}), f64({2, 1, 2, 2, 2}), f64({1})},
        [](Tensor x, Tensor w, Tensor b) { return conv_transpose3d(x, w, b); });
  entry("options", {f32({1, 1, 2, 2, 3}), f32({1, 2, 2, 2, 2})}, [](Tensor x, Tensor w) {
    return conv_transpose3d(x, w, {}, {.stride = {1, 2, 1}, .output_padding = {0, 1, 0}});
  });
  entry("second", {f64({1, 1, 1, 2, 2}), f64({1, 1, 2, 2, 1})}, [](Tensor x, Tensor w) {
    Tensors g = grad(square(conv_transpose3d(x, w)).sum(), {x, w});
    return results({{"dx", g[0]}, {"dw", g[1]}});
  });
}
