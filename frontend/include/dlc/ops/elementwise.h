//===- elementwise.h - functions of single elements --------------*- C++ -*-===//
// Shapes broadcast: dims are matched from the last one backwards, sizes are equal or 1. Dtypes
// promote by PyTorch's rule: tensors with dims decide, then 0-d tensors, then numbers, and the
// later ones only by a higher kind (bool < ints < floats). Functions of real numbers turn ints
// into the default float dtype. Dynamic dims are allowed everywhere.
#ifndef DLC_OPS_ELEMENTWISE_H
#define DLC_OPS_ELEMENTWISE_H
#include "dlc/tensor.h"

namespace dlc {
/// The dtype of `lhs + rhs`.
DType result_type(const Operand &lhs, const Operand &rhs);
/// The dtype that can hold both: of two tensors with dims.
DType promote_types(DType lhs, DType rhs);

// Arithmetic. `+` of bools is `|`, `*` is `&`; `-` of bools is an error.
struct AddOptions {
  Operand alpha = 1;
};
Tensor add(const Operand &lhs, const Operand &rhs, AddOptions options = {}); // lhs + alpha * rhs
Tensor sub(const Operand &lhs, const Operand &rhs, AddOptions options = {}); // lhs - alpha * rhs
Tensor mul(const Operand &lhs, const Operand &rhs);                          // lhs * rhs
struct DivOptions {
  const char *rounding_mode = nullptr; // "trunc", towards 0, or "floor"; then ints stay ints
};
/// Without rounding the quotient of ints is a float. An integer divided by 0 is 0 (rounded down:
/// -1 if it is negative) and nothing traps, where PyTorch raises.
Tensor div(const Operand &lhs, const Operand &rhs, DivOptions options = {});
Tensor floor_divide(const Operand &lhs, const Operand &rhs);
/// lhs - trunc(lhs / rhs) * rhs: the sign is that of lhs. Of integers by 0 it is lhs.
Tensor fmod(const Operand &lhs, const Operand &rhs);
/// lhs - floor(lhs / rhs) * rhs, `%`: the sign is that of rhs. Of integers by 0 it is lhs.
Tensor remainder(const Operand &lhs, const Operand &rhs);
/// Integers to integer powers are integers; a negative exponent gives 0 there, but for the bases 1
/// and -1, and is an error as a number. What does not fit wraps (for exponents above 63: is 0).
Tensor pow(const Operand &base, const Operand &exponent);
Tensor float_power(const Operand &base, const Operand &exponent); // base^exponent in f64

Tensor neg(const Tensor &x);
Tensor abs(const Tensor &x);        // no gradient at 0
Tensor sign(const Tensor &x);       // -1, 0 or 1; 0 for NaN
Tensor square(const Tensor &x);     // x^2
Tensor reciprocal(const Tensor &x); // 1 / x
/// NaN if one is; at a tie half the gradient each.
Tensor maximum(const Operand &lhs, const Operand &rhs);
Tensor minimum(const Operand &lhs, const Operand &rhs);
Tensor fmax(const Operand &lhs, const Operand &rhs); // maximum, but the other one if one is NaN
Tensor fmin(const Operand &lhs, const Operand &rhs); // the same of minimum
Tensor clamp(const Tensor &x, const Operand &low, const Operand &high); // high where low is above
Tensor clamp_min(const Tensor &x, const Operand &low);                  // low where x is below
Tensor clamp_max(const Tensor &x, const Operand &high);                 // high where x is above
/// start + weight * (end - start)
Tensor lerp(const Tensor &start, const Tensor &end, const Operand &weight);
struct AddcOptions {
  Operand value = 1;
};
/// x + value * lhs * rhs
Tensor addcmul(const Tensor &x, const Tensor &lhs, const Tensor &rhs, AddcOptions options = {});
/// x + value * lhs / rhs
Tensor addcdiv(const Tensor &x, const Tensor &lhs, const Tensor &rhs, AddcOptions options = {});

// Functions of real numbers.
Tensor sqrt(const Tensor &x);
Tensor rsqrt(const Tensor &x); // 1 / sqrt(x)
Tensor exp(const Tensor &x);
Tensor exp2(const Tensor &x);
Tensor expm1(const Tensor &x); // exp(x) - 1, exact near 0
Tensor log(const Tensor &x);
Tensor log2(const Tensor &x);
Tensor log10(const Tensor &x);
Tensor log1p(const Tensor &x); // log(1 + x), exact near 0
Tensor sin(const Tensor &x);
Tensor cos(const Tensor &x);
Tensor tan(const Tensor &x);
Tensor asin(const Tensor &x);
Tensor acos(const Tensor &x);
Tensor atan(const Tensor &x);
Tensor atan2(const Operand &y, const Operand &x); // the angle of the point (x, y)
Tensor sinh(const Tensor &x);
Tensor cosh(const Tensor &x);
Tensor tanh(const Tensor &x);
Tensor asinh(const Tensor &x);
Tensor acosh(const Tensor &x);
Tensor atanh(const Tensor &x);
Tensor erf(const Tensor &x);
Tensor erfc(const Tensor &x);                              // 1 - erf(x), exact far from 0
Tensor hypot(const Operand &lhs, const Operand &rhs);      // sqrt(lhs^2 + rhs^2) without overflow
Tensor logaddexp(const Operand &lhs, const Operand &rhs);  // log(exp(lhs) + exp(rhs))
Tensor logaddexp2(const Operand &lhs, const Operand &rhs); // log2(2^lhs + 2^rhs)
Tensor xlogy(const Operand &lhs, const Operand &rhs);      // lhs * log(rhs), 0 where lhs is
Tensor logit(const Tensor &x);                             // log(x / (1 - x))
Tensor logit(const Tensor &x, double eps);                 // of x between eps and 1 - eps
Tensor deg2rad(const Tensor &x);                           // x * pi / 180
Tensor rad2deg(const Tensor &x);                           // x * 180 / pi

// Rounding: of ints, the same. No gradient flows.
Tensor floor(const Tensor &x);
Tensor ceil(const Tensor &x);
Tensor trunc(const Tensor &x);
struct RoundOptions {
  int decimals = 0;
};
Tensor round(const Tensor &x, RoundOptions options = {}); // halves to the even neighbour
Tensor frac(const Tensor &x);                             // x - trunc(x)

// Comparisons give masks.
Tensor eq(const Operand &lhs, const Operand &rhs); // lhs == rhs
Tensor ne(const Operand &lhs, const Operand &rhs); // lhs != rhs
Tensor lt(const Operand &lhs, const Operand &rhs); // lhs < rhs
Tensor le(const Operand &lhs, const Operand &rhs); // lhs <= rhs
Tensor gt(const Operand &lhs, const Operand &rhs); // lhs > rhs
Tensor ge(const Operand &lhs, const Operand &rhs); // lhs >= rhs
/// |lhs - rhs| <= atol + rtol |rhs|
Tensor isclose(const Operand &lhs, const Operand &rhs, double rtol = 1e-5, double atol = 1e-8,
               bool equal_nan = false);
Tensor isnan(const Tensor &x);
Tensor isinf(const Tensor &x);
Tensor isfinite(const Tensor &x);
/// The infinities become the largest and smallest number of the dtype, or what is said.
Tensor nan_to_num(const Tensor &x, double nan = 0);
Tensor nan_to_num(const Tensor &x, double nan, double posinf, double neginf);
/// `then` where the mask is set, `otherwise` elsewhere.
Tensor where(const Tensor &mask, const Operand &then, const Operand &otherwise);

// Of masks, and of tensors whose elements count as set when they are not 0.
Tensor logical_and(const Operand &lhs, const Operand &rhs);
Tensor logical_or(const Operand &lhs, const Operand &rhs);
Tensor logical_xor(const Operand &lhs, const Operand &rhs);
Tensor logical_not(const Tensor &x);

// Of masks and ints: `&`, `|`, `^`, `~`, `<<`, `>>`. A shift by less than 0, or by the width or
// more, pushes all bits out; to the right the sign stays.
Tensor bitwise_and(const Operand &lhs, const Operand &rhs);         // lhs & rhs
Tensor bitwise_or(const Operand &lhs, const Operand &rhs);          // lhs | rhs
Tensor bitwise_xor(const Operand &lhs, const Operand &rhs);         // lhs ^ rhs
Tensor bitwise_not(const Tensor &x);                                // ~x
Tensor bitwise_left_shift(const Operand &lhs, const Operand &rhs);  // lhs << rhs
Tensor bitwise_right_shift(const Operand &lhs, const Operand &rhs); // lhs >> rhs
} // namespace dlc
#endif
