// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/unsqueeze.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(unsqueeze) {
  Dim n = dim("n", 5);
  entry("front", {f64({2, 3})}, [](Tensor x) { return unsqueeze(x, 0); });
  entry("back", {f64({2, 3})}, [](Tensor x) { return x.unsqueeze(-1); });
  entry("scalar", {f64({})}, [](Tensor x) { return x.unsqueeze(0); });
  entry("live", {f32({n, 3})}, [](Tensor x) { return x.unsqueeze(1); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.unsqueeze(1)).sum(), x); });
}
