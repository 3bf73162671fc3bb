// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/zeros.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_zeros) {
  Dim n = dim("n", 5);
  entry("default", {}, []() { return zeros({2, 3}); });
  entry("dtypes", {}, []() {
    return results({{"y0", zeros({2}, f64)}, {"y1", zeros({2}, i64)}, {"y2", zeros({2}, boolean)}});
  });
  entry("shapes", {}, []() {
    return results({{"y0", zeros({})}, {"y1", zeros({0, 3})}, {"y2", zeros({2, 1})}});
  });
  entry("live", {f64({n, 2})}, [&](Tensor x) { return zeros({n, 2}); });
  entry("new", {i64({4})}, [](Tensor x) { return x.new_zeros({2}); });
}
