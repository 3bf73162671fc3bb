// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/count_nonzero.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(count_nonzero) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3})}, [](Tensor x) { return count_nonzero(x); });
  entry("rows", {i32({2, 3})}, [](Tensor x) { return x.count_nonzero(1); });
  entry("masks", {boolean({4, 2})}, [](Tensor x) { return count_nonzero(x, {0, 1}); });
  entry("nothing", {f32({0, 3})}, [](Tensor x) { return count_nonzero(x, 0); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return count_nonzero(x, 0); });
}
