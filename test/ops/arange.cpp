// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/arange.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_arange) {
  Dim n = dim("n", 5);
  entry("ints", {}, []() {
    return results({{"y0", arange(5)},
                    {"y1", arange(2, 9)},
                    {"y2", arange(2, 9, 3)},
                    {"y3", arange(9, 2, -3)}});
  });
  entry("none", {}, []() { return results({{"y0", arange(0)}, {"y1", arange(3, 3)}}); });
  entry("reals", {}, []() {
    return results(
        {{"y0", arange(2.5)}, {"y1", arange(0, 1, 0.1)}, {"y2", arange(1.0, -1.0, -0.3)}});
  });
  entry("doubles", {}, []() { return arange(0, 1, 0.1, f64); });
  entry("dtypes", {}, []() {
    return results({{"y0", arange(3, f32)}, {"y1", arange(4, 10, 2, i32)}, {"y2", arange(4, f64)}});
  });
  entry("live", {f64({n})}, [&](Tensor x) {
    return results({{"y0", arange(n)}, {"y1", arange(n, f32)}, {"y2", arange(2, n + 2)}});
  });
}
