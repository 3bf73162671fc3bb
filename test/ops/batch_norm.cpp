// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/batch_norm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(batch_norm) {
  Dim n = dim("n", 5);
  entry("rows", {f64({4, 3})}, [](Tensor x) { return batch_norm(x); });
  entry("affine", {f64({2, 3, 2}), f64({3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return batch_norm(x, {.weight = y, .bias = z}); });
  entry("images", {f32({2, 2, 2, 3}), f32({2}), f32({2})}, [](Tensor x, Tensor y, Tensor z) {
    return batch_norm(x, {.weight = y, .bias = z, .eps = 0.1});
  });
  entry("volumes", {f64({2, 2, 2, 1, 2})}, [](Tensor x) { return batch_norm(x); });
  entry("large_mean", {f64({4, 1})}, [](Tensor x) { return batch_norm(x); });
  entry("one_row", {f64({1, 2, 3})}, [](Tensor x) { return batch_norm(x); });
  entry("live", {f64({n, 3}), f64({3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return batch_norm(x, {.weight = y, .bias = z}); });
  entry("live_one", {f64({n, 2}), f64({2})},
        [](Tensor x, Tensor y) { return batch_norm(x, {.bias = y}); });
  entry("live_images", {f64({n, 2, 2, 2})}, [](Tensor x) { return batch_norm(x); });
  entry("second", {f64({3, 2})}, [](Tensor x) {
    Tensor v = batch_norm(x, {.eps = 0.1});
    return grad((v * v * v).sum(), x);
  });
}
