// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/conv_transpose2d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(conv_transpose2d) {
  Dim n = dim("n", 5);
  entry("plain", {f64({1, 2, 3, 3}), f64({2, 3, 2, 3}), f64({3})},
        [](Tensor x, Tensor w, Tensor b) { return conv_transpose2d(x, w, b); });
  entry("options", {f64({1, 2, 3, 2}), f64({2, 2, 3, 2})}, [](Tensor x, Tensor w) {
    return conv_transpose2d(x, w, {},
                            {.stride = {2, 3}, .padding = {1, 0}, .output_padding = {1, 2}});
  });
  entry("depthwise", {f64({n, 3, 3, 3}), f64({3, 1, 4, 4})}, [](Tensor x, Tensor w) {
    return conv_transpose2d(x, w, {}, {.stride = 2, .padding = 1, .groups = 3});
  });
  entry("groups", {f32({1, 4, 2, 2}), f32({4, 2, 2, 2})}, [](Tensor x, Tensor w) {
    return conv_transpose2d(x, w, {}, {.groups = 2, .dilation = 2});
  });
  entry(
      "second", {f64({1, 2, 2, 2}), f64({2, 1, 2, 2}), f64({2})}, [](Tensor x, Tensor w, Tensor b) {
        Tensors g =
            grad(square(conv_transpose2d(x, w, b, {.stride = 2, .padding = 1, .groups = 2})).sum(),
                 {x, w, b});
        return results({{"dx", g[0]}, {"dw", g[1]}, {"db", g[2]}});
      });
}
