// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/conv1d.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(conv1d) {
  Dim n = dim("n", 5);
  entry("half", {f16({1, 2, 5}), f16({2, 2, 3})}, [](Tensor x, Tensor w) { return conv1d(x, w); });
  entry("plain", {f64({2, 3, 7}), f64({4, 3, 3}), f64({4})},
        [](Tensor x, Tensor w, Tensor b) { return conv1d(x, w, b); });
  entry("options", {f64({1, 2, 9}), f64({3, 2, 3})}, [](Tensor x, Tensor w) {
    return conv1d(x, w, {}, {.stride = 2, .padding = 1, .dilation = 2});
  });
  entry("groups", {f64({2, 4, 5}), f64({6, 2, 3}), f64({6})}, [](Tensor x, Tensor w, Tensor b) {
    return conv1d(x, w, b, {.padding = "same", .groups = 2});
  });
  entry("same_even", {f64({1, 1, 6}), f64({1, 1, 4})},
        [](Tensor x, Tensor w) { return conv1d(x, w, {}, {.padding = "same"}); });
  entry("valid", {f32({2, 1, 6}), f32({1, 1, 4})},
        [](Tensor x, Tensor w) { return conv1d(x, w, {}, {.padding = "valid"}); });
  entry("unbatched", {f64({2, 6}), f64({3, 2, 3}), f64({3})},
        [](Tensor x, Tensor w, Tensor b) { return conv1d(x, w, b); });
  entry("live", {f32({n, 2, 6}), f32({3, 2, 3}), f32({3})},
        [](Tensor x, Tensor w, Tensor b) { return conv1d(x, w, b); });
  entry("second", {f64({1, 2, 4}), f64({2, 2, 2})}, [](Tensor x, Tensor w) {
    Tensor y = conv1d(x, w);
    return grad((y * y).sum(), w);
  });
}
