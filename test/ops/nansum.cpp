// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/nansum.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(nansum) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3})}, [](Tensor x) { return nansum(x); });
  entry("rows", {f32({3, 3})}, [](Tensor x) { return x.nansum(1, true); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return nansum(x, 0); });
  entry("ints", {i32({2, 3})}, [](Tensor x) { return nansum(x, 0); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.nansum(1)).sum(), x); });
}
