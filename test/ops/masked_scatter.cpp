// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/masked_scatter.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(masked_scatter_test) {
  entry("plain", {f64({3, 4}), boolean({3, 4}), f64({2, 6})},
        [](Tensor x, Tensor m, Tensor s) { return masked_scatter(x, m, s); });
  entry("spread", {f64({3, 4}), boolean({4}), f64({12})},
        [](Tensor x, Tensor m, Tensor s) { return x.masked_scatter(m, s); });
}
