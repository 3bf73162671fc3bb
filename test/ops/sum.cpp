// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/sum.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(sum) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3, 5})}, [](Tensor x) { return sum(x); });
  entry("rows", {f64({2, 3, 5})}, [](Tensor x) { return x.sum({0, -1}); });
  entry("kept", {f32({2, 3, 5})}, [](Tensor x) { return x.sum(1, /*keepdim=*/true); });
  entry("permuted", {f64({2, 3, 4})}, [](Tensor x) { return x.permute(2, 0, 1).sum({1}); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return sum(x, 0); });
  entry("live_rows", {f32({3, n, 2})}, [](Tensor x) { return sum(x, {0, 2}); });
  entry("scalar", {f64({})}, [](Tensor x) { return sum(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return sum(x, 0); });
  entry("beside_nothing", {f64({0, 3})}, [](Tensor x) { return sum(x, 1); });
  entry("ints", {i32({2, 3})}, [](Tensor x) { return sum(x, 1); });
  entry("masks", {boolean({2, 3})}, [](Tensor x) { return sum(x, 1); });
  entry("infinite", {f32({2, 3})}, [](Tensor x) { return sum(x, 1); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.sum(1);
    return grad((y * y).sum(), x);
  });
  entry("scalar_dim", {f64({})}, [](Tensor x) { return sum(x, -1, true); });
  entry("half", {f16({2, 40})}, [](Tensor x) { return sum(x, 1); });
  entry("bytes", {u8({2, 3})}, [](Tensor x) { return sum(x, 1); });
}
