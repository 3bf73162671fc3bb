// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/argmin.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(argmin) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3})}, [](Tensor x) { return argmin(x); });
  entry("rows", {f32({2, 3, 4})}, [](Tensor x) { return x.argmin(1); });
  entry("kept", {f32({2, 3})}, [](Tensor x) { return x.argmin(-1, /*keepdim=*/true); });
  entry("ties", {f64({2, 4})}, [](Tensor x) { return argmin(x, 1); });
  entry("not_a_number", {f64({2, 3})}, [](Tensor x) { return argmin(x, 1); });
  entry("infinite", {f64({2, 3})}, [](Tensor x) { return argmin(x, 1); });
  entry("ints", {i32({2, 3})}, [](Tensor x) { return argmin(x, 0); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return argmin(x, 0); });
  entry("live_all", {f64({n, 3})}, [](Tensor x) { return x.argmin(); });
}
