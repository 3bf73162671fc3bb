// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/feature_dropout.cases -
// Every result is a property that must hold.
// Second derivative: zero, linear in x for a mask.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_feature_dropout) {
  Dim n = dim("n", 5);
  entry("channels", {}, [] {
    Tensor y = feature_dropout(ones({40, 25, 8}), 0.3).flatten(2);
    Tensor dropped = (y == 0).to(f32).mean(2);
    return results({{"whole", all((dropped == 0) | (dropped == 1))},
                    {"share", isNear(dropped.mean(), 0.3, 0.07)},
                    {"mean", isNear(y.mean(), 1, 0.1)}});
  });
  entry("off", {f64({n, 2, 2, 2})},
        [](Tensor x) { return all(feature_dropout(x, 0.5, false) == x); });
  entry("live", {f64({n, 2, 2, 2})}, [](Tensor x) {
    return all((feature_dropout(x) == 0) | isclose(feature_dropout(x, 0.5, false) * 2, x * 2));
  });
}
