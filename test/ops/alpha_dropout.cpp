// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/alpha_dropout.cases -
// Every result is a property that must hold.
// Second derivative: zero, linear in x for a mask.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_alpha_dropout) {
  Dim n = dim("n", 5);
  entry("share", {}, [] {
    Tensor x = randn({200, 100}), y = alpha_dropout(x, 0.3, true);
    Tensor dropped = alpha_dropout(ones({200, 100}), 0.3, true) < 0;
    return results({{"share", isNear(dropped.to(f32).mean(), 0.3, 0.03)},
                    {"mean", isNear(y.mean(), 0, 0.05)},
                    {"variance", isNear(square(y).mean(), 1, 0.06)}});
  });
  entry("off", {f64({n, 4})}, [](Tensor x) {
    return results({{"not_training", all(alpha_dropout(x, 0.5, false) == x)},
                    {"never", all(alpha_dropout(x, 0, true) == x)}});
  });
  entry("all", {f64({n, 4})}, [](Tensor x) { return all(alpha_dropout(x, 1.0, true) == 0); });
  entry("gradient", {f64({50, 20})}, [](Tensor x) {
    Tensor y = alpha_dropout(x, 0.5, true);
    return results({{"as_the_mask", all((grad(y.sum(), x) == 0) == (y == y.amin()))}});
  });
}
