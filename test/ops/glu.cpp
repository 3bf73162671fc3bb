// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/glu.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_glu) {
  Dim n = dim("n", 5);
  entry("last", {f64({3, 8})}, [](Tensor x) { return glu(x); });
  entry("middle", {f64({2, 4, 3})}, [](Tensor x) { return glu(x, 1); });
  entry("singles", {f32({3, 8})}, [](Tensor x) { return glu(x); });
  entry("live", {f64({n, 4})}, [](Tensor x) { return glu(x); });
  entry("nothing", {f64({0, 4})}, [](Tensor x) { return glu(x, 1); });
  entry("second", {f64({2, 4})}, [](Tensor x) { return grad(square(glu(x)).sum(), x); });
}
