// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/ones_like.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_ones_like) {
  Dim n = dim("n", 5);
  entry("same", {f64({2, 3})}, [](Tensor x) { return ones_like(x); });
  entry("ints", {i64({4})},
        [](Tensor x) { return results({{"y0", ones_like(x)}, {"y1", ones_like(x, f64)}}); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return ones_like(x); });
}
