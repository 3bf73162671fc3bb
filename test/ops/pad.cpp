// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/pad.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(pad) {
  Dim n = dim("n", 5);
  entry("half", {bf16({1, 1, 4})}, [](Tensor x) { return pad(x, {2, 1}, "reflect"); });
  entry("bytes", {u8({4})}, [](Tensor x) { return pad(x, {1, 2}, 9); });
  entry("constant", {f64({2, 3})}, [](Tensor x) { return pad(x, {1, 2}, 0.5); });
  entry("two_dims", {f64({2, 3})}, [](Tensor x) { return pad(x, {1, 0, 0, 2}); });
  entry("negative", {f64({3, 4})}, [](Tensor x) { return pad(x, {-1, 2, 1, -2}, "constant", 3); });
  entry("reflect", {f64({1, 2, 3, 4})}, [](Tensor x) { return pad(x, {3, 1, 0, 2}, "reflect"); });
  entry("replicate", {f64({1, 2, 3, 4})},
        [](Tensor x) { return pad(x, {2, 5, 1, 0}, "replicate"); });
  entry("circular", {f64({1, 2, 3, 4})}, [](Tensor x) { return pad(x, {4, 1, 1, 3}, "circular"); });
  entry("reflect_line", {f32({2, 3, 5})}, [](Tensor x) { return pad(x, {2, 2}, "reflect"); });
  entry("replicate_volume", {f64({1, 1, 2, 2, 2})},
        [](Tensor x) { return pad(x, {1, 1, 0, 1, 1, 0}, "replicate"); });
  entry("cut", {f64({1, 1, 5})}, [](Tensor x) { return pad(x, {-1, 2}, "replicate"); });
  entry("live", {f64({n, 2, 3})}, [](Tensor x) { return pad(x, {1, 1}, "circular"); });
  entry("ints", {i64({3})}, [](Tensor x) { return pad(x, {1, 1}, 7); });
  entry("second", {f64({1, 1, 4})},
        [](Tensor x) { return grad(square(pad(x, {1, 2}, "reflect")).sum(), x); });
}
