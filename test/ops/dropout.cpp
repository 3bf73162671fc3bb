// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/dropout.cases -
// Every result is a property that must hold.
// Second derivative: zero, linear in x for a mask.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_dropout) {
  Dim n = dim("n", 5);
  entry("share", {}, [] {
    Tensor x = ones({100, 100}), y = dropout(x, 0.3);
    return results({{"values", all((y == 0) | isclose(y, 1 / 0.7))},
                    {"share", isNear((y == 0).to(f32).mean(), 0.3, 0.03)},
                    {"mean", isNear(y.mean(), 1, 0.04)}});
  });
  entry("off", {f64({n, 4})}, [](Tensor x) {
    return results({{"not_training", all(dropout(x, 0.5, false) == x)},
                    {"never", all(dropout(x, 0, true) == x)}});
  });
  entry("all", {f64({n, 4})}, [](Tensor x) { return all(dropout(x, 1.0) == 0); });
  entry("gradient", {f64({50, 20})}, [](Tensor x) {
    Tensor y = dropout(x, 0.5);
    return results({{"as_the_mask", all((grad(y.sum(), x) == 0) == (y == 0))}});
  });
  // The mask in a derivative of a derivative is still the same.
  entry("again", {f64({50, 20})}, [](Tensor x) {
    Tensor y = dropout(x, 0.5);
    Tensor curvature = grad(grad(square(y).sum(), x).sum(), x);
    return results({{"as_the_mask", all(isclose(curvature, where(y == 0, 0.0, 8.0)))}});
  });
}
