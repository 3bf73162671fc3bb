// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/topk.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(topk_test) {
  Dim n = dim("n", 8);
  entry("rows", {f64({3, 7})}, [](Tensor x) {
    auto [y, i] = topk(x, 3);
    return results({{"y", y}, {"i", i}});
  });
  entry("smallest", {f32({7, 2})}, [](Tensor x) {
    auto [y, i] = x.topk(2, 0, /*largest=*/false);
    return results({{"y", y}, {"i", i}});
  });
  entry("all", {f64({2, 4})}, [](Tensor x) {
    auto [y, i] = x.topk(4, 1);
    return results({{"y", y}, {"i", i}});
  });
  entry("live", {f64({n, 4})}, [](Tensor x) {
    auto [y, i] = x.topk(2, 1);
    return results({{"y", y}, {"i", i}});
  });
  entry("second", {f64({2, 4})}, [](Tensor x) { return grad(square(x.topk(2).values).sum(), x); });
  entry("along_live", {f64({n, 2})}, [](Tensor x) {
    auto [y, i] = x.topk(2, 0);
    return results({{"y", y}, {"i", i}});
  });
}
