// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/masked_fill.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(masked_fill_test) {
  entry("plain", {f64({3, 4}), boolean({3, 4})},
        [](Tensor x, Tensor m) { return masked_fill(x, m, -1); });
  entry("spread", {f64({3, 4}), boolean({4})},
        [](Tensor x, Tensor m) { return x.masked_fill(m, __builtin_inf()); });
  entry("scalar", {f64({3, 4}), boolean({3, 1}), f64({})},
        [](Tensor x, Tensor m, Tensor v) { return x.masked_fill(m, v); });
  entry("second", {f64({2, 3}), boolean({3}), f64({})}, [](Tensor x, Tensor m, Tensor v) {
    Tensors g = grad(square(x.masked_fill(m, v)).sum(), {x, v});
    return results({{"dx", g[0]}, {"dv", g[1]}});
  });
}
