// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/empty.cases -
// No gradient: constants.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_empty) {
  Dim n = dim("n", 5);
  entry("default", {}, []() { return empty({2, 3}); });
  entry("dtypes", {}, []() {
    return results({{"y0", empty({2}, f64)}, {"y1", empty({2}, i64)}, {"y2", empty({2}, boolean)}});
  });
  entry("shapes", {}, []() {
    return results({{"y0", empty({})}, {"y1", empty({0, 3})}, {"y2", empty({2, 1})}});
  });
  entry("live", {f64({n, 2})}, [&](Tensor x) { return empty({n, 2}); });
  entry("new", {i64({4})}, [](Tensor x) { return x.new_zeros({2}); });
}
