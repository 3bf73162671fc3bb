// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/cummin.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(cummin_test) {
  Dim n = dim("n", 8);
  entry("rows", {f64({3, 5})}, [](Tensor x) {
    auto [y, i] = cummin(x, 1);
    return results({{"y", y}, {"i", i}});
  });
  entry("columns", {f32({6, 18})}, [](Tensor x) {
    auto [y, i] = x.cummin(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("ties", {f64({6})}, [](Tensor x) {
    auto [y, i] = x.cummin(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("nan", {f64({5})}, [](Tensor x) {
    auto [y, i] = x.cummin(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("ints", {i64({7})}, [](Tensor x) {
    auto [y, i] = x.cummin(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("infinite", {f64({3})}, [](Tensor x) {
    auto [y, i] = x.cummin(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("live", {f64({n, 2})}, [](Tensor x) {
    auto [y, i] = x.cummin(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("scalar", {f64({})}, [](Tensor x) {
    auto [y, i] = x.cummin(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("second", {f64({2, 4})},
        [](Tensor x) { return grad(square(x.cummin(1).values).sum(), x); });
}
