// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/randint.cases -
// Every result is a property that must hold.
// No gradient: random numbers are constants.
#include <dlc/dlc.h>
using namespace dlc;

/// Whether the mean is this, but for chance: some five standard deviations.
static Tensor isNear(Tensor mean, double expected, double within) {
  return abs(mean - expected) < within;
}

DLC_PROGRAM(test_randint) {
  entry("small", {}, [] {
    Tensor x = randint(-2, 3, {100, 100});
    Tensor lowest = (x == -2).to(f32).mean(), highest = (x == 2).to(f32).mean();
    return results({{"range", all((x >= -2) & (x <= 2))},
                    {"mean", isNear(x.to(f32).mean(), 0, 0.08)},
                    {"lowest", isNear(lowest, 0.2, 0.03)},
                    {"highest", isNear(highest, 0.2, 0.03)}});
  });
  entry("large", {}, [] { // more numbers than 32 bits hold
    Int high = Int(1) << 60;
    Tensor x = randint(high, {1000});
    Tensor low = x & 0xFFFFFF;
    return results({{"range", all((x >= 0) & (x < high))},
                    {"mean", isNear((x.to(f64) / double(high)).mean(), 0.5, 0.06)},
                    {"low_bits", isNear((low.to(f64) / double(1 << 24)).mean(), 0.5, 0.06)}});
  });
  entry("dtypes", {}, [] {
    Tensor x = randint(10, {4}), y = randint(0, 10, {4}, i32), z = randint(0, 10, {400}, f32);
    return results({{"ints", full({}, x.dtype() == i64 && y.dtype() == i32)},
                    {"floats", full({}, z.dtype() == f32)},
                    {"whole", all(z == floor(z))}});
  });
}
