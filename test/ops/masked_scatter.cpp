// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/masked_scatter.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(masked_scatter_test) {
  entry("plain", {f64({3, 4}), boolean({3, 4}), f64({2, 6})},
        [](Tensor x, Tensor m, Tensor s) { return masked_scatter(x, m, s); });
  entry("spread", {f64({3, 4}), boolean({4}), f64({12})},
        [](Tensor x, Tensor m, Tensor s) { return x.masked_scatter(m, s); });
  entry("second", {f64({2, 3}), boolean({2, 3}), f64({6})}, [](Tensor x, Tensor m, Tensor s) {
    Tensors g = grad(square(x.masked_scatter(m, s)).sum(), {x, s});
    return results({{"dx", g[0]}, {"ds", g[1]}});
  });
}
