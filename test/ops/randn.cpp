// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/randn.cases -
// Every result is a property that must hold.
// No gradient: random numbers are constants.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_randn) {
  entry("moments", {}, [] {
    Tensor x = randn({200, 100});
    Tensor centred = x - 0;
    return results({{"mean", isNear(x.mean(), 0, 0.05)},
                    {"variance", isNear(square(centred).mean(), 1, 0.05)},
                    {"skewness", isNear((centred * centred * centred).mean(), 0, 2 * 0.05)}});
  });
  entry("doubles", {}, [] {
    Tensor x = randn({200, 100}, f64);
    return results({{"mean", isNear(x.mean(), 0, 0.05)},
                    {"variance", isNear(square(x - 0).mean(), 1, 0.05)},
                    {"dtype", full({}, x.dtype() == f64)}});
  });
  entry("differ", {}, [] { // from call to call, and from row to row
    Tensor x = randn({64, 8}), y = randn({64, 8});
    Tensor same = (x == y).sum(), rows = (x[0] == x[1]).sum();
    return results({{"calls", same < 5}, {"rows", rows < 3}});
  });
  entry("tails", {}, [] {
    Tensor x = randn({200, 100});
    Tensor beyond1 = (abs(x) > 1).to(f32).mean(), beyond2 = (abs(x) > 2).to(f32).mean();
    return results(
        {{"beyond1", isNear(beyond1, 0.3173, 0.02)}, {"beyond2", isNear(beyond2, 0.0455, 0.01)}});
  });
}
