// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/layer_norm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(layer_norm) {
  Dim n = dim("n", 5);
  entry("last", {f64({2, 4})}, [](Tensor x) { return layer_norm(x, {4}); });
  entry("affine", {f64({2, 4}), f64({4}), f64({4})},
        [](Tensor x, Tensor y, Tensor z) { return layer_norm(x, {4}, {.weight = y, .bias = z}); });
  entry("weight", {f32({2, 3, 4}), f32({4})},
        [](Tensor x, Tensor y) { return layer_norm(x, {4}, {.weight = y, .eps = 0.1}); });
  entry("two_dims", {f64({2, 2, 3}), f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y, Tensor z) {
    return layer_norm(x, {2, 3}, {.weight = y, .bias = z});
  });
  entry("everything", {f64({2, 3})}, [](Tensor x) { return layer_norm(x, {2, 3}); });
  entry("one_value", {f64({3, 1}), f64({1}), f64({1})},
        [](Tensor x, Tensor y, Tensor z) { return layer_norm(x, {1}, {.weight = y, .bias = z}); });
  entry("large_mean", {f64({2, 4})}, [](Tensor x) { return layer_norm(x, {4}); });
  entry("equal", {f64({1, 3})},
        [](Tensor x) { return grad(layer_norm(x, {3}).select(1, 0).sum(), x); });
  entry("no_rows", {f64({0, 3})}, [](Tensor x) { return layer_norm(x, {3}); });
  entry("live", {f64({n, 3}), f64({3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return layer_norm(x, {3}, {.weight = y, .bias = z}); });
  entry("live_dim", {f64({2, n})}, [](Tensor x) { return layer_norm(x, {x.size(1)}); });
  entry("half", {f16({2, 4}), f16({4})},
        [](Tensor x, Tensor y) { return layer_norm(x, {4}, {.weight = y}); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor v = layer_norm(x, {3}, {.eps = 0.1});
    return grad((v * v * v).sum(), x);
  });
}
