// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/masked_select.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(masked_select_test) {
  Dim n = dim("n", 8);
  entry("plain", {f64({3, 4}), boolean({3, 4})}, [](Tensor x, Tensor m) {
    auto [y, count] = masked_select(x, m);
    return results({{"y", y}, {"count", count}});
  });
  entry("spread", {f32({20, 1}), boolean({3})}, [](Tensor x, Tensor m) {
    auto [y, count] = x.masked_select(m);
    return results({{"y", y}, {"count", count}});
  });
  entry("none", {f64({3}), boolean({3})}, [](Tensor x, Tensor m) {
    auto [y, count] = x.masked_select(m);
    return results({{"y", y}, {"count", count}});
  });
  entry("scalar", {f64({}), boolean({})}, [](Tensor x, Tensor m) {
    auto [y, count] = x.masked_select(m);
    return results({{"y", y}, {"count", count}});
  });
  entry("live", {f64({n, 2})}, [](Tensor x) {
    auto [y, count] = x.masked_select(x > 0);
    return results({{"y", y}, {"count", count}});
  });
  entry("second", {f64({2, 3}), boolean({2, 3})},
        [](Tensor x, Tensor m) { return grad(square(x.masked_select(m).values).sum(), x); });
}
