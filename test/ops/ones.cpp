// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/ones.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_ones) {
  Dim n = dim("n", 5);
  entry("default", {}, []() { return ones({2, 3}); });
  entry("dtypes", {}, []() {
    return results({{"y0", ones({2}, f64)}, {"y1", ones({2}, i64)}, {"y2", ones({2}, boolean)}});
  });
  entry("shapes", {},
        []() { return results({{"y0", ones({})}, {"y1", ones({0, 3})}, {"y2", ones({2, 1})}}); });
  entry("live", {f64({n, 2})}, [&](Tensor x) { return ones({n, 2}); });
  entry("new", {i64({4})}, [](Tensor x) { return x.new_ones({2}); });
}
