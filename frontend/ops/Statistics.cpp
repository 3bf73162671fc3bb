//===- Statistics.cpp - variances, norms, logsumexp -----------------------===//
#include "frontend/ops/Reduce.h"
#include <cmath>
#include <limits>

using namespace mlir;

namespace dlc {
static constexpr double infinity = std::numeric_limits<double>::infinity();

/// `count - correction`, or 0 where that is negative.
static Operand divisor(const Operand &count, double correction, DType dtype) {
  if (count.kind == Operand::Extent && !count.extent.isDynamic())
    return std::max(0.0, double(count.extent.value()) - correction);
  Tensor number = count.kind == Operand::Value ? count.tensor : zeros({}, i64) + count;
  return maximum(number.to(f64) - correction, 0.0).to(dtype);
}

/// Mean with the dims kept, and variance.
static MeanAndVariance moments(StringRef op, const Tensor &x, const Dims &dims,
                               VarOptions options) {
  checkFloats(op, x);
  SmallVector<int64_t> over = reducedDims(op, x, dims);
  Tensor average = mean(x, dims, /*keepdim=*/true);
  Tensor deviation = x - average;
  Tensor squares = sum(deviation * deviation, dims, options.keepdim);
  return {average, squares / divisor(countOf(x, over), options.correction, x.dtype())};
}

Tensor var(const Tensor &x, const Dims &dims, VarOptions options) {
  return roundedOnce(x, [&](const Tensor &x) { return moments("var", x, dims, options).var; });
}
Tensor var(const Tensor &x, const Dims &dims, bool unbiased, bool keepdim) {
  return var(x, dims, {.correction = double(unbiased), .keepdim = keepdim});
}

Tensor std(const Tensor &x, const Dims &dims, VarOptions options) {
  return roundedOnce(
      x, [&](const Tensor &x) { return rootOfSquares(moments("std", x, dims, options).var); });
}
Tensor std(const Tensor &x, const Dims &dims, bool unbiased, bool keepdim) {
  return std(x, dims, {.correction = double(unbiased), .keepdim = keepdim});
}

MeanAndVariance var_mean(const Tensor &x, const Dims &dims, VarOptions options) {
  if (x.dtype().isHalf()) {
    auto [average, variance] = var_mean(x.to(f32), dims, options);
    return {average.to(x.dtype()), variance.to(x.dtype())};
  }
  auto [average, variance] = moments("var_mean", x, dims, options);
  if (options.keepdim)
    return {average, variance};
  return {tensorOf(reshapeTo(valueOf(average), typeOf(variance).getShape())), variance};
}

Tensor rootOfSquares(const Tensor &squares) {
  Tensor isZero = squares == 0;
  return where(isZero, 0, sqrt(where(isZero, 1, squares)));
}

static Tensor normOf(const Tensor &x, double p, const Dims &dims, bool keepdim) {
  if (p == 0)
    return sum((x != 0).to(x.dtype()), dims, keepdim);
  if (p == 1)
    return sum(abs(x), dims, keepdim);
  if (p == 2)
    return rootOfSquares(sum(x * x, dims, keepdim));
  if (p == infinity)
    return amax(abs(x), dims, keepdim);
  if (p == -infinity)
    return amin(abs(x), dims, keepdim);
  // The power sees no 0, where its derivative may be infinite.
  Tensor isZero = x == 0;
  Tensor powers = pow(where(isZero, 1, abs(x)), p);
  Tensor total = sum(where(isZero, p > 0 ? 0.0 : infinity, powers), dims, keepdim);
  if (p < 0)
    return pow(total, 1 / p);
  Tensor nothing = total == 0;
  return where(nothing, 0, pow(where(nothing, 1, total), 1 / p));
}

Tensor norm(const Tensor &x, double p, const Dims &dims, bool keepdim) {
  checkFloats("norm", x);
  return roundedOnce(x, [&](const Tensor &x) { return normOf(x, p, dims, keepdim); });
}

static Tensor logOfSum(const Tensor &x, const Dims &dims, bool keepdim) {
  // The shift changes nothing, so no gradient flows through it. An infinite one would give NaN.
  Tensor largest = detach(amax(x, dims, /*keepdim=*/true));
  Tensor shift = where(abs(largest) == infinity, 0, largest);
  Tensor total = sum(exp(x - shift), dims, keepdim);
  if (!keepdim)
    shift = tensorOf(reshapeTo(valueOf(shift), typeOf(total).getShape()));
  Tensor nothing = total == 0;
  return where(nothing, -infinity, log(where(nothing, 1, total)) + shift);
}

Tensor logsumexp(const Tensor &x, const Dims &dims, bool keepdim) {
  checkFloats("logsumexp", x);
  return roundedOnce(x, [&](const Tensor &x) { return logOfSum(x, dims, keepdim); });
}
} // namespace dlc
