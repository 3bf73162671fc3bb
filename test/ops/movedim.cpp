// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/movedim.cases -
// Also moveaxis.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(movedim) {
  Dim n = dim("n", 5);
  entry("one", {f64({2, 3, 4})}, [](Tensor x) { return movedim(x, 0, 2); });
  entry("several", {f64({2, 3, 4, 1})}, [](Tensor x) { return x.movedim({0, 1}, {-1, 0}); });
  entry("live", {f32({n, 3, 2})}, [](Tensor x) { return x.movedim(0, 1); });
  entry("moveaxis", {f64({2, 3, 4})},
        [](Tensor x) { return x.moveaxis(-1, 0) + moveaxis(x, -1, 0); });
  entry("second", {f64({1, 2, 3})},
        [](Tensor x) { return grad(square(x.movedim(0, 2)).sum(), x); });
}
