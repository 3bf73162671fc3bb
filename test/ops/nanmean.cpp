// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/nanmean.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(nanmean) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3})}, [](Tensor x) { return nanmean(x); });
  entry("rows", {f32({3, 3})}, [](Tensor x) { return x.nanmean(1, true); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return nanmean(x, 0); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.nanmean(1)).sum(), x); });
}
