// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/group_norm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(group_norm) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 4, 3})}, [](Tensor x) { return group_norm(x, 2); });
  entry("affine", {f64({2, 4, 2, 2}), f64({4}), f64({4})},
        [](Tensor x, Tensor y, Tensor z) { return group_norm(x, 2, {.weight = y, .bias = z}); });
  entry("one_group", {f32({2, 3, 2}), f32({3}), f32({3})},
        [](Tensor x, Tensor y, Tensor z) { return group_norm(x, 1, {.weight = y, .bias = z}); });
  entry("own_groups", {f64({2, 3, 4})}, [](Tensor x) { return group_norm(x, 3, {.eps = 0.1}); });
  entry("no_dims_behind", {f64({2, 4}), f64({4})},
        [](Tensor x, Tensor y) { return group_norm(x, 2, {.weight = y}); });
  entry("live", {f64({n, 4, 2}), f64({4}), f64({4})},
        [](Tensor x, Tensor y, Tensor z) { return group_norm(x, 2, {.weight = y, .bias = z}); });
  entry("live_behind", {f64({2, 2, n})}, [](Tensor x) { return group_norm(x, 1); });
  entry("half", {f16({1, 2, 3})}, [](Tensor x) { return group_norm(x, 1); });
  entry("second", {f64({1, 4, 2})}, [](Tensor x) {
    Tensor v = group_norm(x, 2, {.eps = 0.1});
    return grad((v * v * v).sum(), x);
  });
}
