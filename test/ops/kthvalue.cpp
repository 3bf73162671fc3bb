// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/kthvalue.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(kthvalue_test) {
  Dim n = dim("n", 5);
  entry("rows", {f64({3, 7})}, [](Tensor x) {
    auto [y, i] = kthvalue(x, 3);
    return results({{"y", y}, {"i", i}});
  });
  entry("kept", {f64({7, 2})}, [](Tensor x) {
    auto [y, i] = x.kthvalue(1, 0, /*keepdim=*/true);
    return results({{"y", y}, {"i", i}});
  });
  entry("second", {f64({2, 4})},
        [](Tensor x) { return grad(square(x.kthvalue(2).values).sum(), x); });
  entry("along_live", {f64({n, 2})}, [](Tensor x) {
    auto [y, i] = kthvalue(x, 2, 0);
    return results({{"y", y}, {"i", i}});
  });
}
