// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/normal.cases -
// Every result is a property that must hold.
// Second derivative: zero, linear in the mean and the deviation.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_normal) {
  Dim n = dim("n", 4);
  entry("numbers", {}, [] {
    Tensor x = normal(3, 2, {200, 100});
    return results(
        {{"mean", isNear(x.mean(), 3, 0.1)}, {"variance", isNear(square(x - 3).mean(), 4, 0.25)}});
  });
  entry("tensors", {}, [] {
    Tensor mean = arange(3, f64).unsqueeze(1), deviation = ones({3, 5000}, f64) * 0.5;
    Tensor x = normal(mean, deviation), y = normal(mean, 0.0);
    return results({{"mean", isNear(abs(x.mean(1) - arange(3, f64)).amax(), 0, 0.05)},
                    {"variance", isNear(square(x - mean).mean(), 0.25, 0.02)},
                    {"exact", (y == mean).sum() == 3}});
  });
  // A number is mean + deviation * z: it moves with both.
  entry("gradient", {f64({n, 1}), f64({n, 3})}, [](Tensor mean, Tensor deviation) {
    Tensor x = normal(mean, deviation), z = (x - mean) / deviation;
    Tensors g = grad(x.sum(), {mean, deviation});
    return results({{"mean", all(g[0] == 3)}, {"deviation", all(isclose(g[1], z))}});
  });
}
