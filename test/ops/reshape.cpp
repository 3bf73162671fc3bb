// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/reshape.cases -
// Also view, view_as, reshape_as.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(reshape) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3, 4})}, [](Tensor x) { return reshape(x, {4, 6}); });
  entry("inferred", {f64({2, 3, 4})}, [](Tensor x) { return x.reshape(2, -1); });
  entry("after_permute", {f64({2, 3, 4})},
        [](Tensor x) { return x.permute(2, 0, 1).reshape(8, 3); });
  entry("view", {f32({6})}, [](Tensor x) { return x.view(1, 3, 2, 1) * 2; });
  entry("view_as", {f64({6}), f64({2, 3})}, [](Tensor x, Tensor y) { return x.view_as(y) * y; });
  entry("reshape_as", {f64({6}), f64({3, 2})},
        [](Tensor x, Tensor y) { return x.reshape_as(y) * y; });
  entry("live", {f64({n, 6})}, [&](Tensor x) { return x.view(n, 2, 3); });
  entry("live_split", {f64({n, 6})}, [](Tensor x) { return x.reshape({-1}); });
  entry("scalar", {f64({})}, [](Tensor x) { return x.reshape({1, 1}); });
  entry("to_scalar", {f64({1, 1})}, [](Tensor x) { return reshape(x, {}); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return x.reshape(3, 0); });
  entry("ints", {i64({4})}, [](Tensor x) { return x.reshape(2, 2); });
  entry("masks", {boolean({4})}, [](Tensor x) { return x.reshape(2, 2); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.reshape({3, 2})).sum(), x); });
}
