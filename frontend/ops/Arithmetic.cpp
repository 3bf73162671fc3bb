//===- Arithmetic.cpp - sums, products, quotients, powers -----------------===//
#include "dlc/ops.h"
#include "frontend/ops/Elementwise.h"

using namespace mlir;

namespace dlc {
static bool areBool(const Operand &lhs, const Operand &rhs) {
  return promote({&lhs, &rhs}) == boolean;
}

Tensor operator+(const Operand &lhs, const Operand &rhs) {
  return areBool(lhs, rhs) ? lhs | rhs : arithmetic<ir::AddOp>(lhs, rhs);
}
Tensor operator-(const Operand &lhs, const Operand &rhs) { return arithmetic<ir::SubOp>(lhs, rhs); }
Tensor operator*(const Operand &lhs, const Operand &rhs) {
  return areBool(lhs, rhs) ? lhs & rhs : arithmetic<ir::MulOp>(lhs, rhs);
}
Tensor operator/(const Operand &lhs, const Operand &rhs) {
  return binary<ir::DivOp>(lhs, rhs, realOf(promote({&lhs, &rhs})));
}
Tensor operator%(const Operand &lhs, const Operand &rhs) { return remainder(lhs, rhs); }
Tensor operator-(const Tensor &x) { return neg(x); }

/// `rhs` times alpha, which must not change the kind of the result.
static Operand scaled(StringRef op, const Operand &lhs, const Operand &rhs, const Operand &alpha) {
  if (alpha.kind == Operand::Integer && alpha.integer == 1)
    return rhs;
  if (alpha.kind == Operand::Real && !promote({&lhs, &rhs}).isFloat())
    fail("`" + op + "` of ints with an alpha of " + std::to_string(alpha.real) +
         "; it scales ints by an int, hint: `.to(f32)` first");
  return rhs * alpha;
}

Tensor add(const Operand &lhs, const Operand &rhs, AddOptions options) {
  return lhs + scaled("add", lhs, rhs, options.alpha);
}
Tensor sub(const Operand &lhs, const Operand &rhs, AddOptions options) {
  return lhs - scaled("sub", lhs, rhs, options.alpha);
}
Tensor mul(const Operand &lhs, const Operand &rhs) { return lhs * rhs; }

Tensor neg(const Tensor &x) {
  checkNumber("neg", x.dtype());
  return unary<ir::NegOp>(x);
}

Tensor abs(const Tensor &x) {
  checkNumber("abs", x.dtype());
  return unary<ir::AbsOp>(x);
}

Tensor sign(const Tensor &x) {
  if (x.dtype() == boolean)
    return x;
  return (x > 0).to(x.dtype()) - (x < 0).to(x.dtype());
}

Tensor square(const Tensor &x) { return x * x; }
Tensor reciprocal(const Tensor &x) { return 1 / x; }

Tensor fmod(const Operand &lhs, const Operand &rhs) { return arithmetic<ir::FmodOp>(lhs, rhs); }

/// Where a truncated remainder has the other sign than the divisor: flooring takes one more.
static Tensor isBelow(const Tensor &truncated, const Operand &divisor) {
  return (truncated != 0) & ((truncated < 0) != (divisor < 0));
}

Tensor remainder(const Operand &lhs, const Operand &rhs) {
  checkNumber("remainder", promote({&lhs, &rhs}));
  Tensor truncated = fmod(lhs, rhs);
  return where(isBelow(truncated, rhs), truncated + rhs, truncated);
}

/// The quotient is computed from the remainder, so that floor(x / y) and x % y agree: x / y alone
/// may round up to the next integer.
static Tensor floorOfReals(const Tensor &lhs, const Tensor &rhs) {
  Tensor truncated = fmod(lhs, rhs);
  Tensor exact = (lhs - truncated) / rhs;
  Tensor quotient = where(isBelow(truncated, rhs), exact - 1, exact);
  Tensor whole = floor(quotient);
  Tensor nearest = where(quotient - whole > 0.5, whole + 1, whole);
  return where(rhs == 0, detach(lhs / rhs), nearest);
}

Tensor floor_divide(const Operand &lhs, const Operand &rhs) {
  DType dtype = promote({&lhs, &rhs});
  checkNumber("floor_divide", dtype);
  auto [left, right] = matched("floor_divide", lhs, rhs, dtype);
  Tensor x = tensorOf(left), y = tensorOf(right);
  if (dtype.isFloat())
    return floorOfReals(x, y);
  Tensor quotient = binary<ir::DivOp>(x, y, dtype);
  return where(isBelow(fmod(x, y), y), quotient - 1, quotient);
}

Tensor div(const Operand &lhs, const Operand &rhs, DivOptions options) {
  if (!options.rounding_mode)
    return lhs / rhs;
  StringRef mode = options.rounding_mode;
  if (mode == "floor")
    return floor_divide(lhs, rhs);
  if (mode != "trunc")
    fail("`div` with the rounding mode `" + mode + "`; it is `trunc` or `floor`");
  DType dtype = promote({&lhs, &rhs});
  checkNumber("div", dtype);
  Tensor quotient = binary<ir::DivOp>(lhs, rhs, dtype);
  return trunc(quotient);
}

//===- Powers -------------------------------------------------------------===//

/// By squaring: exact, and wrapping as the products do.
static Tensor integerPower(const Tensor &base, Int exponent) {
  if (exponent < 0)
    fail("`pow` of ints to the power of " + Twine(exponent) +
         "; the result is no int, hint: `.to(f32)` first");
  Tensor result, square = base;
  for (Int rest = exponent; rest; rest /= 2) {
    if (rest % 2)
      result = result.defined() ? result * square : square;
    if (rest > 1)
      square = square * square;
  }
  return result.defined() ? result : ones_like(base);
}

/// The same with one exponent an element. Six bits of it matter: the bases whose power fits for a
/// larger exponent are 0, 1 and -1. All of u8's matter, since they are no more than eight.
static Tensor integerPower(const Tensor &base, const Tensor &exponent) {
  Tensor one = ones_like(base), result = one, square = base;
  const bool bytes = base.dtype() == u8;
  for (int bit = 0; bit < (bytes ? 8 : 6); ++bit) {
    result = where(((exponent >> bit) & 1) != 0, result * square, result);
    square = square * square;
  }
  if (bytes)
    return result;
  Tensor signedOne = where((exponent & 1) != 0, base, one);
  Tensor isOne = abs(base) == 1;
  return where(isOne, signedOne, where((exponent < 0) | (exponent > 63), 0, result));
}

Tensor pow(const Operand &base, const Operand &exponent) {
  DType dtype = promote({&base, &exponent});
  checkNumber("pow", dtype);
  bool ofTensor = base.kind == Operand::Value;
  if (!dtype.isFloat()) {
    if (ofTensor && exponent.kind == Operand::Integer)
      return integerPower(base.tensor.to(dtype), exponent.integer);
    auto [x, e] = matched("pow", base, exponent, dtype);
    return integerPower(tensorOf(x), tensorOf(e));
  }
  if (ofTensor && (exponent.kind == Operand::Integer || exponent.kind == Operand::Real)) {
    // The powers that are cheaper and more exact by other means.
    double e = exponent.kind == Operand::Integer ? double(exponent.integer) : exponent.real;
    Tensor x = base.tensor.to(dtype);
    if (e == 0)
      return ones_like(x);
    if (e == 1)
      return x;
    if (e == 2)
      return x * x;
    if (e == 3)
      return x * x * x;
    if (e == 0.5)
      return sqrt(x);
    if (e == -0.5)
      return rsqrt(x);
    if (e == -1)
      return 1 / x;
    if (e == -2)
      return 1 / (x * x);
  }
  return binary<ir::PowOp>(base, exponent, dtype);
}

Tensor float_power(const Operand &base, const Operand &exponent) {
  auto inDouble = [](const Operand &x) {
    return x.kind == Operand::Value ? Operand(x.tensor.to(f64)) : x;
  };
  Operand x = inDouble(base), e = inDouble(exponent);
  if (x.kind != Operand::Value)
    x = full({}, x, f64);
  return pow(x, e);
}

//===- Larger, smaller, between -------------------------------------------===//

Tensor maximum(const Operand &lhs, const Operand &rhs) {
  return areBool(lhs, rhs) ? lhs | rhs : arithmetic<ir::MaximumOp>(lhs, rhs);
}
Tensor minimum(const Operand &lhs, const Operand &rhs) {
  return areBool(lhs, rhs) ? lhs & rhs : arithmetic<ir::MinimumOp>(lhs, rhs);
}

/// `choose` of both where both are numbers, else the one that is.
static Tensor withoutNaN(const Operand &lhs, const Operand &rhs,
                         Tensor (*choose)(const Operand &, const Operand &)) {
  Tensor both = choose(lhs, rhs);
  if (!both.dtype().isFloat())
    return both;
  return where(lhs != lhs, rhs, where(rhs != rhs, lhs, both));
}
Tensor fmax(const Operand &lhs, const Operand &rhs) { return withoutNaN(lhs, rhs, maximum); }
Tensor fmin(const Operand &lhs, const Operand &rhs) { return withoutNaN(lhs, rhs, minimum); }

// The bounds themselves pass the gradient on, as PyTorch's do.
Tensor clamp_min(const Tensor &x, const Operand &low) {
  Operand operand = x;
  checkNumber("clamp", promote({&operand, &low}));
  return where(x < low, low, x);
}
Tensor clamp_max(const Tensor &x, const Operand &high) {
  Operand operand = x;
  checkNumber("clamp", promote({&operand, &high}));
  return where(x > high, high, x);
}
Tensor clamp(const Tensor &x, const Operand &low, const Operand &high) {
  Operand operand = x;
  DType dtype = promote({&operand, &low, &high}); // before 0-d bounds lose to one another
  return clamp_max(clamp_min(x.to(dtype), low), high);
}

Tensor lerp(const Tensor &start, const Tensor &end, const Operand &weight) {
  Tensor difference = end - start;
  Tensor near = start + weight * difference, far = end - difference * (1 - weight);
  if (weight.kind == Operand::Real || weight.kind == Operand::Integer) {
    double number = weight.kind == Operand::Real ? weight.real : double(weight.integer);
    return std::abs(number) < 0.5 ? near : far;
  }
  return where(abs(weight.tensor) < 0.5, near, far); // from the end that is nearer, so exact there
}

Tensor addcmul(const Tensor &x, const Tensor &lhs, const Tensor &rhs, AddcOptions options) {
  return x + options.value * lhs * rhs;
}
Tensor addcdiv(const Tensor &x, const Tensor &lhs, const Tensor &rhs, AddcOptions options) {
  Tensor quotient = lhs / rhs;
  return x + options.value * quotient;
}
} // namespace dlc
