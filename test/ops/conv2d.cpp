// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/conv2d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(conv2d) {
  Dim n = dim("n", 5);
  entry("half", {bf16({1, 2, 4, 4}), bf16({2, 2, 3, 3})},
        [](Tensor x, Tensor w) { return conv2d(x, w); });
  entry("plain", {f64({2, 2, 5, 4}), f64({3, 2, 3, 2}), f64({3})},
        [](Tensor x, Tensor w, Tensor b) { return conv2d(x, w, b); });
  entry("options", {f64({1, 2, 7, 6}), f64({2, 2, 3, 2})}, [](Tensor x, Tensor w) {
    return conv2d(x, w, {}, {.stride = {2, 1}, .padding = {1, 2}, .dilation = {1, 2}});
  });
  entry("rest", {f64({1, 1, 6, 8}), f64({1, 1, 3, 3})},
        [](Tensor x, Tensor w) { return conv2d(x, w, {}, {.stride = 3}); });
  entry("groups", {f64({2, 4, 4, 4}), f64({6, 2, 3, 3}), f64({6})},
        [](Tensor x, Tensor w, Tensor b) { return conv2d(x, w, b, {.padding = 1, .groups = 2}); });
  entry("depthwise", {f64({n, 3, 5, 5}), f64({3, 1, 3, 3}), f64({3})},
        [](Tensor x, Tensor w, Tensor b) {
          return conv2d(x, w, b, {.stride = 2, .padding = 1, .groups = 3});
        });
  entry("multiplied", {f32({2, 3, 4, 4}), f32({6, 1, 2, 2})},
        [](Tensor x, Tensor w) { return conv2d(x, w, {}, {.groups = 3}); });
  entry("separable", {f64({n, 3, 5, 5}), f64({3, 1, 3, 3}), f64({2, 3, 1, 1})},
        [](Tensor x, Tensor w, Tensor b) {
          return conv2d(conv2d(x, w, {}, {.padding = 1, .groups = 3}).tanh(), b);
        });
  // What is made by another kernel is padded where it lies.
  entry("padded", {f64({n, 2, 5, 4}), f64({8, 2, 1, 1}), f64({8, 1, 3, 3}), f64({2, 8, 3, 3})},
        [](Tensor x, Tensor w, Tensor d, Tensor v) {
          Tensor y = conv2d(conv2d(x, w), d, {}, {.padding = 1, .groups = 8});
          return conv2d(y, v, {}, {.stride = {2, 1}, .padding = {1, 2}});
        });
  entry("same", {f32({1, 1, 5, 4}), f32({1, 1, 4, 3})}, [](Tensor x, Tensor w) {
    return conv2d(x, w, {}, {.padding = "same", .dilation = {1, 2}});
  });
  entry("unbatched", {f64({2, 4, 4}), f64({1, 2, 2, 2})},
        [](Tensor x, Tensor w) { return conv2d(x, w); });
  entry("large", {f32({5, 17, 9, 8}), f32({18, 17, 3, 3}), f32({18})},
        [](Tensor x, Tensor w, Tensor b) { return conv2d(x, w, b, {.padding = 1}); });
  entry("large_groups", {f32({2, 32, 6, 6}), f32({32, 16, 3, 3})},
        [](Tensor x, Tensor w) { return conv2d(x, w, {}, {.groups = 2}); });
  entry("second", {f64({1, 2, 3, 4}), f64({2, 1, 2, 2}), f64({2})},
        [](Tensor x, Tensor w, Tensor b) {
          Tensors g =
              grad(square(conv2d(x, w, b, {.stride = {2, 1}, .padding = 1, .groups = 2})).sum(),
                   {x, w, b});
          return results({{"dx", g[0]}, {"dw", g[1]}, {"db", g[2]}});
        });
}
