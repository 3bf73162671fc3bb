// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/bernoulli.cases -
// Every result is a property that must hold.
// No gradient: random numbers are constants.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_bernoulli) {
  entry("constant", {}, [] {
    Tensor x = bernoulli(full({100, 100}, 0.3));
    return results({{"binary", all((x == 0) | (x == 1))}, {"mean", isNear(x.mean(), 0.3, 0.03)}});
  });
  entry("each", {}, [] {
    Tensor p = tensor({{0.0}, {1.0}, {0.5}}, f64).expand(3, 1000);
    Tensor x = p.bernoulli();
    return results({{"never", x[0].sum() == 0},
                    {"always", x[1].sum() == 1000},
                    {"half", isNear(x[2].mean(), 0.5, 0.09)}});
  });
}
