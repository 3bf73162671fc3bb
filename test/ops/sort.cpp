// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/sort.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(sort_test) {
  Dim n = dim("n", 8);
  entry("rows", {f64({3, 7})}, [](Tensor x) {
    auto [y, i] = sort(x);
    return results({{"y", y}, {"i", i}});
  });
  entry("columns", {f32({6, 5})}, [](Tensor x) {
    auto [y, i] = x.sort(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("down", {f64({2, 5, 3})}, [](Tensor x) {
    auto [y, i] = x.sort(1, /*descending=*/true);
    return results({{"y", y}, {"i", i}});
  });
  entry("ties", {f64({7})}, [](Tensor x) {
    auto [y, i] = x.sort(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("ties_down", {f64({7})}, [](Tensor x) {
    auto [y, i] = x.sort(0, true);
    return results({{"y", y}, {"i", i}});
  });
  entry("nan", {f64({5})}, [](Tensor x) {
    auto [y, i] = x.sort(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("nan_down", {f64({5})}, [](Tensor x) {
    auto [y, i] = x.sort(0, true);
    return results({{"y", y}, {"i", i}});
  });
  entry("ints", {i64({33})}, [](Tensor x) {
    auto [y, i] = x.sort(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("long", {f32({100})}, [](Tensor x) {
    auto [y, i] = x.sort(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("one", {f64({3, 1})}, [](Tensor x) {
    auto [y, i] = x.sort(1);
    return results({{"y", y}, {"i", i}});
  });
  entry("scalar", {f64({})}, [](Tensor x) {
    auto [y, i] = x.sort(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("nothing", {f64({3, 0})}, [](Tensor x) {
    auto [y, i] = x.sort(1);
    return results({{"y", y}, {"i", i}});
  });
  entry("live", {f64({n, 2})}, [](Tensor x) {
    auto [y, i] = x.sort(0);
    return results({{"y", y}, {"i", i}});
  });
  entry("rows_live", {f64({n, 6})}, [](Tensor x) {
    auto [y, i] = x.sort(1);
    return results({{"y", y}, {"i", i}});
  });
  entry("turned", {f64({5, 3})}, [](Tensor x) {
    auto [y, i] = x.t().sort(1);
    return results({{"y", y}, {"i", i}});
  });
  entry("second", {f64({5})}, [](Tensor x) {
    Tensor y = x.sort(0).values;
    return grad((y * y).sum(), x);
  });
}
