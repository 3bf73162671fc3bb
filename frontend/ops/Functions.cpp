//===- Functions.cpp - functions of real numbers, rounding ----------------===//
#include "dlc/ops.h"
#include "frontend/ops/Elementwise.h"
#include <limits>

namespace dlc {
static constexpr double ln2 = 0.69314718055994530942, pi = 3.14159265358979323846;
static constexpr double infinity = std::numeric_limits<double>::infinity();

Tensor sqrt(const Tensor &x) { return real<ir::SqrtOp>(x); }
Tensor rsqrt(const Tensor &x) {
  return roundedOnce(x, [](const Tensor &x) { return 1 / sqrt(x); });
}
Tensor exp(const Tensor &x) { return real<ir::ExpOp>(x); }
Tensor exp2(const Tensor &x) { return real<ir::Exp2Op>(x); }
Tensor expm1(const Tensor &x) { return real<ir::Expm1Op>(x); }
Tensor log(const Tensor &x) { return real<ir::LogOp>(x); }
Tensor log2(const Tensor &x) { return real<ir::Log2Op>(x); }
Tensor log10(const Tensor &x) { return real<ir::Log10Op>(x); }
Tensor log1p(const Tensor &x) { return real<ir::Log1pOp>(x); }
Tensor sin(const Tensor &x) { return real<ir::SinOp>(x); }
Tensor cos(const Tensor &x) { return real<ir::CosOp>(x); }
Tensor tan(const Tensor &x) { return real<ir::TanOp>(x); }
Tensor asin(const Tensor &x) { return real<ir::AsinOp>(x); }
Tensor acos(const Tensor &x) { return real<ir::AcosOp>(x); }
Tensor atan(const Tensor &x) { return real<ir::AtanOp>(x); }
Tensor sinh(const Tensor &x) { return real<ir::SinhOp>(x); }
Tensor cosh(const Tensor &x) { return real<ir::CoshOp>(x); }
Tensor tanh(const Tensor &x) { return real<ir::TanhOp>(x); }
Tensor sigmoid(const Tensor &x) { return real<ir::SigmoidOp>(x); }
Tensor asinh(const Tensor &x) { return real<ir::AsinhOp>(x); }
Tensor acosh(const Tensor &x) { return real<ir::AcoshOp>(x); }
Tensor atanh(const Tensor &x) { return real<ir::AtanhOp>(x); }
Tensor erf(const Tensor &x) { return real<ir::ErfOp>(x); }
Tensor erfc(const Tensor &x) { return real<ir::ErfcOp>(x); }

Tensor atan2(const Operand &y, const Operand &x) {
  return binary<ir::Atan2Op>(y, x, realOf(promote({&y, &x})));
}

/// Both operands as reals of one shape.
static std::pair<Tensor, Tensor> reals(llvm::StringRef op, const Operand &lhs, const Operand &rhs) {
  auto [left, right] = matched(op, lhs, rhs, realOf(promote({&lhs, &rhs})));
  return {tensorOf(left), tensorOf(right)};
}

// Scaled by the larger of the two. The scale is mathematically no part of the result, so no
// gradient flows through it; at the origin there is none.
Tensor hypot(const Operand &lhs, const Operand &rhs) {
  auto [x, y] = reals("hypot", lhs, rhs);
  Tensor largest = detach(maximum(abs(x), abs(y)));
  Tensor isPlain = (largest > 0) & (largest < infinity);
  Tensor scale = where(isPlain, largest, 1);
  Tensor sum = square(where(isPlain, x, 1) / scale) + square(where(isPlain, y, 1) / scale);
  Tensor special = where(isinf(x) | isinf(y), infinity, largest); // 0 or NaN
  return where(isPlain, scale * sqrt(sum), special);
}

// From the larger one on. Equal ones may both be infinite: their difference is 0, not NaN.
Tensor logaddexp(const Operand &lhs, const Operand &rhs) {
  auto [x, y] = reals("logaddexp", lhs, rhs);
  Tensor difference = where(x == y, 0, x - where(x == y, 0, y));
  return maximum(x, y) + log1p(exp(-abs(difference)));
}
Tensor logaddexp2(const Operand &lhs, const Operand &rhs) {
  auto [x, y] = reals("logaddexp2", lhs, rhs);
  return logaddexp(x * ln2, y * ln2) / ln2;
}

// The logarithm only sees what it is for: 0 * log(0) behind `where` would be a NaN gradient.
Tensor xlogy(const Operand &lhs, const Operand &rhs) {
  auto [x, y] = reals("xlogy", lhs, rhs);
  Tensor isZero = (x == 0) & ((y <= 0) | (y == infinity));
  return where(isZero, 0, x * log(where(isZero, 1, y)));
}

Tensor logit(const Tensor &x) {
  return roundedOnce(x, [](const Tensor &x) { return log(x / (1 - x)); });
}
Tensor logit(const Tensor &x, double eps) { return logit(clamp(toReal(x), eps, 1 - eps)); }
Tensor deg2rad(const Tensor &x) { return toReal(x) * (pi / 180); }
Tensor rad2deg(const Tensor &x) { return toReal(x) * (180 / pi); }

template <class OpT> static Tensor rounded(const Tensor &x) {
  checkNumber(nameOf<OpT>(), x.dtype());
  return x.dtype().isFloat() ? unary<OpT>(x) : x;
}
Tensor floor(const Tensor &x) { return rounded<ir::FloorOp>(x); }
Tensor ceil(const Tensor &x) { return rounded<ir::CeilOp>(x); }
Tensor trunc(const Tensor &x) { return rounded<ir::TruncOp>(x); }
Tensor frac(const Tensor &x) { return x - trunc(x); }

Tensor round(const Tensor &x, RoundOptions options) {
  if (options.decimals == 0 || !x.dtype().isFloat())
    return rounded<ir::RoundOp>(x);
  double scale = 1; // a power of 10, exact where a double can hold it
  for (int i = 0; i < std::abs(options.decimals); ++i)
    scale *= 10;
  return options.decimals > 0 ? round(x * scale) / scale : round(x / scale) * scale;
}
} // namespace dlc
