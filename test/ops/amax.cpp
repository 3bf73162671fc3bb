// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/amax.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(amax) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3, 4})}, [](Tensor x) { return amax(x); });
  entry("rows", {f64({2, 3, 4})}, [](Tensor x) { return x.amax({0, 2}); });
  entry("kept", {f32({2, 3, 4})}, [](Tensor x) { return x.amax(-1, /*keepdim=*/true); });
  entry("ties", {f64({2, 4})}, [](Tensor x) { return grad(amax(x, 1).sum(), x); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return amax(x, 0); });
  entry("scalar", {f64({})}, [](Tensor x) { return amax(x); });
  entry("beside_nothing", {f64({0, 3})}, [](Tensor x) { return amax(x, 1); });
  entry("not_a_number", {f32({3, 3})}, [](Tensor x) { return amax(x, 1); });
  entry("ints", {i64({2, 3})}, [](Tensor x) { return amax(x, 1); });
  entry("least_int", {i32({3})}, [](Tensor x) { return amax(x); });
  entry("masks", {boolean({4, 2})}, [](Tensor x) { return amax(x, 1); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.amax(1);
    return grad((y * y).sum(), x);
  });
  entry("half", {f16({2, 3})}, [](Tensor x) { return amax(x, 1); });
  entry("bytes", {u8({2, 3})}, [](Tensor x) { return amax(x, 1); });
}
