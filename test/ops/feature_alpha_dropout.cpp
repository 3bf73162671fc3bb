// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/feature_alpha_dropout.cases -
// Every result is a property that must hold.
// Second derivative: zero, linear in x for a mask.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_feature_alpha_dropout) {
  Dim n = dim("n", 5);
  entry("channels", {}, [] {
    Tensor x = randn({40, 25, 8}), y = feature_alpha_dropout(x, 0.3, true);
    Tensor ofOnes = feature_alpha_dropout(ones({40, 25, 8}), 0.3, true);
    Tensor dropped = (ofOnes < 0).flatten(2).to(f32).mean(2);
    return results({{"whole", all((dropped == 0) | (dropped == 1))},
                    {"share", isNear(dropped.mean(), 0.3, 0.07)},
                    {"mean", isNear(y.mean(), 0, 0.15)}});
  });
  entry("off", {f64({n, 2, 2, 2})},
        [](Tensor x) { return all(feature_alpha_dropout(x, 0.5, false) == x); });
  entry("live", {f64({n, 2, 2, 2})},
        [](Tensor x) { return all((feature_alpha_dropout(x, 0.5, true) != x)); });
}
