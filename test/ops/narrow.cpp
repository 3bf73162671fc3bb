// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/narrow.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(narrow) {
  Dim n = dim("n", 5);
  entry("plain", {f64({5, 2})}, [](Tensor x) { return narrow(x, 0, 1, 3); });
  entry("from_the_end", {f64({2, 5})}, [](Tensor x) { return x.narrow(1, -2, 2); });
  entry("nothing", {f64({2, 5})}, [](Tensor x) { return x.narrow(-1, 2, 0); });
  entry("live", {f32({n, 4})}, [](Tensor x) { return x.narrow(1, 1, 2); });
  entry("second", {f64({4})}, [](Tensor x) { return grad(square(x.narrow(0, 1, 2)).sum(), x); });
}
