// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/conv_transpose1d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(conv_transpose1d) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3, 4}), f64({3, 2, 3}), f64({2})},
        [](Tensor x, Tensor w, Tensor b) { return conv_transpose1d(x, w, b); });
  entry("options", {f64({1, 2, 4}), f64({2, 2, 3})}, [](Tensor x, Tensor w) {
    return conv_transpose1d(x, w, {},
                            {.stride = 3, .padding = 2, .output_padding = 1, .dilation = 2});
  });
  entry("beyond_the_kernel", {f64({1, 1, 5}), f64({1, 1, 2})},
        [](Tensor x, Tensor w) { return conv_transpose1d(x, w, {}, {.padding = 2}); });
  entry("groups", {f64({1, 4, 3}), f64({4, 3, 2}), f64({6})}, [](Tensor x, Tensor w, Tensor b) {
    return conv_transpose1d(x, w, b, {.stride = 2, .groups = 2});
  });
  entry("unbatched", {f64({2, 3}), f64({2, 1, 2})},
        [](Tensor x, Tensor w) { return conv_transpose1d(x, w); });
  entry("live", {f32({n, 2, 3}), f32({2, 1, 2})},
        [](Tensor x, Tensor w) { return conv_transpose1d(x, w); });
  entry("second", {f64({1, 2, 3}), f64({2, 1, 2}), f64({1})}, [](Tensor x, Tensor w, Tensor b) {
    Tensors g = grad(square(conv_transpose1d(x, w, b, {.stride = 2})).sum(), {x, w, b});
    return results({{"dx", g[0]}, {"dw", g[1]}, {"db", g[2]}});
  });
}
