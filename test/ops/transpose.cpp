// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/transpose.cases -
// Also swapaxes, swapdims.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(transpose) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3, 4})}, [](Tensor x) { return transpose(x, 0, 2); });
  entry("negative", {f64({2, 3, 4})}, [](Tensor x) { return x.transpose(-1, -2); });
  entry("live", {f32({n, 3})}, [](Tensor x) { return x.transpose(0, 1); });
  entry("same", {f64({2, 3})}, [](Tensor x) { return x.transpose(1, 1) * 2; });
  entry("swapaxes", {f64({2, 3, 4})},
        [](Tensor x) { return x.swapaxes(0, 1) + swapaxes(x, 0, 1); });
  entry("swapdims", {f64({2, 3, 4})},
        [](Tensor x) { return x.swapdims(0, 1) + swapdims(x, 1, 0); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.transpose(0, 1)).sum(), x); });
}
