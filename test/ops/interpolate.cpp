// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/interpolate.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(interpolate) {
  Dim n = dim("n", 5);
  entry("bytes", {u8({1, 1, 3})}, [](Tensor x) { return interpolate(x, {.scale_factor = 2}); });
  entry("half", {f16({1, 1, 3, 3})},
        [](Tensor x) { return interpolate(x, {.scale_factor = 2, .mode = "bilinear"}); });
  entry("nearest", {f64({2, 2, 3, 2})},
        [](Tensor x) { return interpolate(x, {.scale_factor = 2}); });
  entry("nearest_up", {f64({1, 2, 3})}, [](Tensor x) { return interpolate(x, {.size = {7}}); });
  entry("nearest_down", {f64({1, 1, 7, 9})},
        [](Tensor x) { return interpolate(x, {.size = {3, 3}}); });
  entry("nearest_factor", {f64({1, 1, 5})},
        [](Tensor x) { return interpolate(x, {.scale_factor = 1.7}); });
  entry("nearest_volume", {f64({1, 1, 2, 2, 3})},
        [](Tensor x) { return interpolate(x, {.scale_factor = {1, 2, 1.5}}); });
  entry("nearest_exact", {f64({1, 1, 5, 4})},
        [](Tensor x) { return interpolate(x, {.size = {3, 7}, .mode = "nearest-exact"}); });
  entry("nearest_rounding", {f32({1, 1, 14})},
        [](Tensor x) { return interpolate(x, {.size = {46}}); });
  entry("nearest_rounding_f64", {f64({1, 1, 14})},
        [](Tensor x) { return interpolate(x, {.size = {46}}); });
  entry("nearest_ints", {i32({1, 1, 3})},
        [](Tensor x) { return interpolate(x, {.scale_factor = 2}); });
  entry("linear", {f64({1, 2, 4})},
        [](Tensor x) { return interpolate(x, {.size = {7}, .mode = "linear"}); });
  entry("linear_corners", {f64({1, 2, 4})}, [](Tensor x) {
    return interpolate(x, {.size = {7}, .mode = "linear", .align_corners = true});
  });
  entry("linear_down", {f64({1, 1, 9})},
        [](Tensor x) { return interpolate(x, {.size = {4}, .mode = "linear"}); });
  entry("linear_factor", {f64({1, 1, 6})},
        [](Tensor x) { return interpolate(x, {.scale_factor = 1.3, .mode = "linear"}); });
  entry("bilinear", {f64({1, 2, 3, 4})},
        [](Tensor x) { return interpolate(x, {.scale_factor = 2, .mode = "bilinear"}); });
  entry("bilinear_mixed", {f64({1, 1, 5, 3})},
        [](Tensor x) { return interpolate(x, {.size = {3, 5}, .mode = "bilinear"}); });
  entry("bilinear_corners", {f64({1, 1, 3, 4})}, [](Tensor x) {
    return interpolate(x, {.size = {5, 2}, .mode = "bilinear", .align_corners = true});
  });
  entry("bilinear_one", {f64({1, 1, 1, 3})}, [](Tensor x) {
    return interpolate(x, {.size = {4, 1}, .mode = "bilinear", .align_corners = true});
  });
  entry("trilinear", {f64({1, 1, 2, 3, 2})},
        [](Tensor x) { return interpolate(x, {.size = {3, 4, 3}, .mode = "trilinear"}); });
  entry("area", {f64({1, 1, 5, 4})},
        [](Tensor x) { return interpolate(x, {.size = {2, 3}, .mode = "area"}); });
  entry("live", {f32({n, 2, 3, 3})},
        [](Tensor x) { return interpolate(x, {.scale_factor = 2, .mode = "bilinear"}); });
  entry("live_nearest", {f32({n, 1, 3, 2})},
        [](Tensor x) { return interpolate(x, {.size = {4, 3}}); });
  entry("second", {f64({1, 1, 2, 3})}, [](Tensor x) {
    return grad(square(interpolate(x, {.size = {3, 5}, .mode = "bilinear"})).sum(), x);
  });
}
