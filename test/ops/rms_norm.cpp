// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/rms_norm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(rms_norm) {
  Dim n = dim("n", 5);
  entry("last", {f64({2, 4})}, [](Tensor x) { return rms_norm(x, {4}); });
  entry("weight", {f64({2, 4}), f64({4})},
        [](Tensor x, Tensor y) { return rms_norm(x, {4}, {.weight = y, .eps = 0.1}); });
  entry("two_dims", {f32({2, 2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return rms_norm(x, {2, 3}, {.weight = y}); });
  entry("zeros", {f32({1, 2})}, [](Tensor x) { return rms_norm(x, {2}); });
  entry("small", {f32({1, 2})}, [](Tensor x) { return rms_norm(x, {2}); });
  entry("live", {f64({n, 3}), f64({3})},
        [](Tensor x, Tensor y) { return rms_norm(x, {3}, {.weight = y}); });
  entry("half", {bf16({2, 4})}, [](Tensor x) { return rms_norm(x, {4}); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor v = rms_norm(x, {3});
    return grad((v * v * v).sum(), x);
  });
}
