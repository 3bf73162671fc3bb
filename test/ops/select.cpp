// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/select.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(select) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3, 4})}, [](Tensor x) { return select(x, 1, 2); });
  entry("from_the_end", {f64({2, 3, 4})}, [](Tensor x) { return x.select(-1, -1); });
  entry("brackets", {f64({2, 3, 4})}, [](Tensor x) { return x[1]; });
  entry("to_scalar", {f64({3})}, [](Tensor x) { return x[-3]; });
  entry("live", {f32({n, 4})}, [](Tensor x) { return x.select(1, 1); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x.select(1, 2)).sum(), x); });
}
