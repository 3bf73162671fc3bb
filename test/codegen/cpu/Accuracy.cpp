//===- Accuracy.cpp - f32 functions against libm in f64 -----------------------------===//
// Bit patterns from all over f32, and densely where functions bend: no result is more than four
// units in the last place away (of denormals, one more of their steps), and infinities, NaN and the
// sign of 0 are libm's.
#include "Cases.h"
#include "KernelText.h"
#include "Program.h"
#include <cmath>
#include <cstdio>
#include <cstring>
#include <limits>

namespace {
struct Function {
  const char *op;
  double (*exact)(double);
};
} // namespace

static constexpr std::int64_t width = 1 << 16;

static Compiled compileFunction(mlir::MLIRContext &context, const Function &function,
                                const dlc::cpu::Machine &machine) {
  KernelText text;
  const std::string type = std::to_string(width) + "xf32";
  text.generic({{width}}, {{"x", type, "d0"}}, {{"y", type, "d0"}},
               "      %r = math." + std::string(function.op) +
                   " %i0 : f32\n      linalg.yield %r : f32");
  return compile(context, text.text(), machine, /*reference=*/false, /*listing=*/false);
}

/// Every 4093rd bit pattern, then steps of 2^-12 between -128 and 128.
static bool nextInputs(std::int64_t block, float *x) {
  for (std::int64_t i = 0; i < width; ++i) {
    const std::int64_t number = block * width + i;
    if (block < 16) {
      const auto bits = static_cast<std::uint32_t>(number * 4093);
      std::memcpy(&x[i], &bits, 4);
    } else {
      x[i] = std::ldexp(static_cast<float>(number - 24 * width), -12);
    }
  }
  return block < 32;
}

/// In units of the last place of `exact`, the step of denormals at least.
static double distance(float is, double exact) {
  const float rounded = static_cast<float>(exact);
  if (std::isnan(is) || std::isnan(rounded))
    return std::isnan(is) && std::isnan(rounded) ? 0 : 1e9;
  if (std::isinf(is) || std::isinf(rounded))
    return is == rounded ? 0 : 1e9;
  if (is == 0 && rounded == 0)
    return std::signbit(is) == std::signbit(rounded) ? 0 : 1e9;
  const float size = std::max(std::abs(rounded), std::numeric_limits<float>::min());
  return std::abs(is - exact) /
         (std::nextafter(size, std::numeric_limits<float>::infinity()) - size);
}

int checkAccuracy(mlir::MLIRContext &context, const dlc::cpu::Machine &machine) {
  static const Function functions[] = {
      {"exp", std::exp},     {"expm1", std::expm1}, {"log", std::log},     {"log1p", std::log1p},
      {"tanh", std::tanh},   {"erf", std::erf},     {"exp2", std::exp2},   {"log2", std::log2},
      {"log10", std::log10}, {"sin", std::sin},     {"cos", std::cos},     {"tan", std::tan},
      {"asin", std::asin},   {"acos", std::acos},   {"atan", std::atan},   {"sinh", std::sinh},
      {"cosh", std::cosh},   {"asinh", std::asinh}, {"acosh", std::acosh}, {"atanh", std::atanh},
      {"erfc", std::erfc}};
  int failures = 0;
  for (const Function &function : functions) {
    Compiled compiled = compileFunction(context, function, machine);
    std::vector<Buffer> buffers = buffersFor(compiled);
    auto *x = reinterpret_cast<float *>(buffers[0].data()),
         *y = reinterpret_cast<float *>(buffers[1].data());
    void *arguments[] = {x, y, nullptr};
    double worst = 0;
    float where = 0, got = 0;
    for (std::int64_t block = 0; nextInputs(block, x); ++block) {
      compiled.kernel(arguments, 0, compiled.tileCount(1), nullptr);
      for (std::int64_t i = 0; i < width; ++i)
        if (const double far = distance(y[i], function.exact(x[i])); far > worst) {
          worst = far;
          where = x[i];
          got = y[i];
        }
    }
    if (worst <= 4)
      continue;
    ++failures;
    std::printf("FAIL %s(%.9g) is %.9g, not %.9g: %.3g units in the last place\n", function.op,
                where, got, function.exact(where), worst);
  }
  return failures;
}
