// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/rand.cases -
// Every result is a property that must hold.
// No gradient: random numbers are constants.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_rand) {
  entry("moments", {}, [] {
    Tensor x = rand({200, 100});
    Tensor centred = x - 0.5;
    return results({{"mean", isNear(x.mean(), 0.5, 0.01)},
                    {"variance", isNear(square(centred).mean(), 1.0 / 12, 0.01)},
                    {"skewness", isNear((centred * centred * centred).mean(), 0, 2 * 0.01)}});
  });
  entry("doubles", {}, [] {
    Tensor x = rand({200, 100}, f64);
    return results({{"mean", isNear(x.mean(), 0.5, 0.01)},
                    {"variance", isNear(square(x - 0.5).mean(), 1.0 / 12, 0.01)},
                    {"dtype", full({}, x.dtype() == f64)}});
  });
  entry("differ", {}, [] { // from call to call, and from row to row
    Tensor x = rand({64, 8}), y = rand({64, 8});
    Tensor same = (x == y).sum(), rows = (x[0] == x[1]).sum();
    return results({{"calls", same < 5}, {"rows", rows < 3}});
  });
  entry("range", {}, [] {
    Tensor x = rand({200, 100});
    return results({{"low", all(x >= 0)}, {"high", all(x < 1)}});
  });
}
