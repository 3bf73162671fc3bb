// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/bincount.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(bincount_test) {
  entry("plain", {i64({40})}, [](Tensor x) { return bincount(x, 6); });
  entry("weights", {i64({20}), f64({20})}, [](Tensor x, Tensor w) { return bincount(x, w, 6); });
  entry("second", {i64({5}), f64({5})},
        [](Tensor x, Tensor w) { return grad(square(bincount(x, w, 3)).sum(), w); });
}
