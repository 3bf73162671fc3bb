// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/flip.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(flip) {
  Dim n = dim("n", 5);
  entry("one", {f64({2, 3, 4})}, [](Tensor x) { return flip(x, 1); });
  entry("several", {f64({2, 3, 4})}, [](Tensor x) { return x.flip({0, -1}); });
  entry("live", {f32({n, 3})}, [](Tensor x) { return x.flip(1); });
  entry("masks", {boolean({3})}, [](Tensor x) { return x.flip(0); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.flip(1) * x).sum(), x); });
}
