// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/mean.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(mean) {
  Dim n = dim("n", 5), m = dim("m", 4);
  entry("all", {f64({2, 3, 5})}, [](Tensor x) { return mean(x); });
  entry("rows", {f64({2, 3, 5})}, [](Tensor x) { return x.mean({0, -1}); });
  entry("kept", {f32({2, 3, 5})}, [](Tensor x) { return x.mean(1, /*keepdim=*/true); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return mean(x, 0); });
  entry("live_twice", {f64({n, m})}, [](Tensor x) { return mean(x); });
  entry("scalar", {f64({})}, [](Tensor x) { return mean(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return mean(x, 0); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.mean(0);
    return grad((y * y).sum(), x);
  });
  entry("half", {f16({2, 3})}, [](Tensor x) { return x.mean(1); });
  // The sum is beyond f16.
  entry("half_of_large", {f16({4})}, [](Tensor x) { return mean(x); });
  entry("scalar_dim", {f64({})}, [](Tensor x) { return mean(x, 0); });
}
