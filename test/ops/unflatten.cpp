// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/unflatten.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(unflatten) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 6})}, [](Tensor x) { return unflatten(x, 1, {2, 3}); });
  entry("inferred", {f64({6, 2})}, [](Tensor x) { return x.unflatten(0, {2, -1}); });
  entry("live", {f32({n, 6})}, [](Tensor x) { return x.unflatten(-1, {3, 2}); });
  entry("second", {f64({2, 4})},
        [](Tensor x) { return grad(square(x.unflatten(1, {2, 2})).sum(), x); });
}
