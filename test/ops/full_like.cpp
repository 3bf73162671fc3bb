// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/full_like.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_full_like) {
  Dim n = dim("n", 5);
  entry("same", {f64({2, 3})}, [](Tensor x) { return full_like(x, 2.5); });
  entry("ints", {i64({4})}, [](Tensor x) {
    return results({{"y0", full_like(x, 3)}, {"y1", full_like(x, 2.5, f64)}});
  });
  entry("live", {f64({n, 2})}, [](Tensor x) { return full_like(x, 2); });
}
