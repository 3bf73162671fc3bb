// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/dropout3d.cases -
// Every result is a property that must hold.
// Second derivative: zero, linear in x for a mask.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_dropout3d) {
  Dim n = dim("n", 5);
  entry("channels", {}, [] {
    Tensor y = dropout3d(ones({40, 25, 2, 2, 2}), 0.3).flatten(2);
    Tensor dropped = (y == 0).to(f32).mean(2);
    return results({{"whole", all((dropped == 0) | (dropped == 1))},
                    {"share", isNear(dropped.mean(), 0.3, 0.07)},
                    {"mean", isNear(y.mean(), 1, 0.1)}});
  });
  entry("off", {f64({n, 2, 2, 2})},
        [](Tensor x) { return all(dropout3d(x.unsqueeze(2), 0.5, false) == x.unsqueeze(2)); });
  entry("live", {f64({n, 2, 2, 2})}, [](Tensor x) {
    return all((dropout3d(x.unsqueeze(2)) == 0) |
               isclose(dropout3d(x.unsqueeze(2), 0.5, false) * 2, x.unsqueeze(2) * 2));
  });
  entry("one", {}, [] { // without a batch
    Tensor y = dropout3d(ones({1000, 3, 1, 2}), 0.3).flatten(1);
    Tensor dropped = (y == 0).to(f32).mean(1);
    return results({{"whole", all((dropped == 0) | (dropped == 1))},
                    {"share", isNear(dropped.mean(), 0.3, 0.08)}});
  });
}
