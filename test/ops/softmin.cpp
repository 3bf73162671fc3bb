// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/softmin.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_softmin) {
  Dim n = dim("n", 5);
  entry("last", {f64({3, 7})}, [](Tensor x) { return softmin(x, -1); });
  entry("first", {f64({3, 7})}, [](Tensor x) { return softmin(x, 0); });
  entry("middle", {f64({2, 5, 3})}, [](Tensor x) { return softmin(x, 1); });
  entry("singles", {f32({3, 33})}, [](Tensor x) { return softmin(x, -1); });
  entry("large", {f64({3})}, [](Tensor x) { return softmin(x, 0); });
  entry("masked", {f64({3})}, [](Tensor x) { return softmin(x, 0); });
  entry("live", {f64({n, 4})}, [](Tensor x) { return softmin(x, 1); });
  entry("along_live", {f64({n, 4})}, [](Tensor x) { return softmin(x, 0); });
  entry("one", {f64({3, 1})}, [](Tensor x) { return softmin(x, 1); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(softmin(x, 1)).sum(), x); });
}
