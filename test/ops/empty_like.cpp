// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/empty_like.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_empty_like) {
  Dim n = dim("n", 5);
  entry("same", {f64({2, 3})}, [](Tensor x) { return empty_like(x); });
  entry("ints", {i64({4})},
        [](Tensor x) { return results({{"y0", empty_like(x)}, {"y1", empty_like(x, f64)}}); });
  entry("live", {f64({n, 2})}, [](Tensor x) { return empty_like(x); });
}
