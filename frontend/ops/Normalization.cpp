//===- Normalization.cpp - normalisation of what lies together ------------===//
#include "frontend/ops/Normalization.h"
#include "frontend/ops/Loss.h"
#include <cmath>

using namespace mlir;

namespace dlc {
Moments momentsOf(const Tensor &x, const Dims &dims) {
  Tensor average = mean(x, dims, /*keepdim=*/true);
  Tensor deviation = x - average;
  return {average, deviation, mean(deviation * deviation, dims, /*keepdim=*/true)};
}

/// The usual rule would go through mean and variance one after the other; its terms joined need two
/// sums of the same elements:  dx = (dy - mean(dy) - y mean(dy y)) / sqrt(var + eps)
Tensor standardized(const Tensor &x, const Dims &dims, double eps) {
  auto scale = [&](const Moments &moments) { return rsqrt(moments.variance + eps); };
  auto forward = [&](Tensor x) {
    Moments moments = momentsOf(x, dims);
    return moments.deviation * scale(moments);
  };
  auto backward = [&](Tensors x, Tensors y, Tensors dy) {
    Tensor average = mean(dy[0], dims, /*keepdim=*/true);
    Tensor along = mean(dy[0] * y[0], dims, /*keepdim=*/true);
    return Tensors{(dy[0] - average - y[0] * along) * scale(momentsOf(x[0], dims))};
  };
  return custom_gradient(forward, backward, {x});
}

Tensor affine(const Tensor &x, const Tensor &weight, const Tensor &bias) {
  Tensor y = weight.defined() ? x * weight : x;
  return bias.defined() ? y + bias : y;
}

Tensor alongChannels(StringRef op, const char *what, const Tensor &value, const Tensor &x) {
  if (!value.defined())
    return value;
  if (value.dim() != 1 || !(value.size(0) == x.size(1)))
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + " with a " + what + " of " +
         ir::describe(typeOf(value)) + "; it has one value for each channel, dim 1");
  SmallVector<int64_t> sizes(x.dim() - 1, 1);
  sizes[0] = value.size(0).bound();
  return tensorOf(reshapeTo(valueOf(value), sizes));
}

/// The dims from `first` on, counted from the end.
static Dims dimsFrom(int first) {
  Dims dims;
  for (int dim = first; dim < 0; ++dim)
    dims.append(dim);
  return dims;
}

/// The last dims of `x`; an error where their sizes are not `sizes`.
static Dims normalizedDims(StringRef op, const Tensor &x, const Shape &sizes) {
  checkFloats(op, x);
  int leading = x.dim() - sizes.rank();
  bool fits = leading >= 0 && sizes.rank() > 0;
  for (int i = 0; fits && i < sizes.rank(); ++i)
    fits = x.size(leading + i) == sizes[i];
  if (!fits)
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + " over a shape of " +
         ir::describe(tracer().typeOf(sizes, x.dtype())) +
         "; it is one of the last dims of x, of one dim at least");
  return dimsFrom(-sizes.rank());
}

static void checkShape(StringRef op, const char *what, const Tensor &value, const Shape &shape) {
  if (value.defined() && !(value.shape() == shape))
    fail("`" + op + "` with a " + what + " of " + ir::describe(typeOf(value)) +
         "; it has the normalised shape, " + ir::describe(tracer().typeOf(shape, value.dtype())));
}

Tensor layer_norm(const Tensor &x, const Shape &normalizedShape, LayerNormOptions options) {
  Dims dims = normalizedDims("layer_norm", x, normalizedShape);
  checkShape("layer_norm", "weight", options.weight, normalizedShape);
  checkShape("layer_norm", "bias", options.bias, normalizedShape);
  return roundedOnce(x, [&](const Tensor &x) {
    return affine(standardized(x, dims, options.eps), options.weight, options.bias);
  });
}

Tensor rms_norm(const Tensor &x, const Shape &normalizedShape, RmsNormOptions options) {
  Dims dims = normalizedDims("rms_norm", x, normalizedShape);
  checkShape("rms_norm", "weight", options.weight, normalizedShape);
  double eps = options.eps;
  if (eps < 0) {
    auto element = cast<FloatType>(typeOf(x).getElementType());
    int digits = int(APFloat::semanticsPrecision(element.getFloatSemantics()));
    eps = std::ldexp(1.0, 1 - digits);
  }
  return roundedOnce(x, [&](const Tensor &x) {
    Tensor meanSquare = mean(x * x, dims, /*keepdim=*/true);
    return affine(x * rsqrt(meanSquare + eps), options.weight, {});
  });
}

Tensor group_norm(const Tensor &x, Int groups, GroupNormOptions options) {
  checkFloats("group_norm", x);
  if (x.dim() < 2 || x.size(1).isDynamic() || groups < 1 || x.size(1).value() % groups)
    fail("`group_norm` of " + ir::describe(typeOf(x)) + " in " + Twine(groups) +
         " groups; dim 1 is a number of channels that the groups divide");
  SmallVector<int64_t> whole(typeOf(x).getShape()), parts = whole;
  parts[1] = groups;
  parts.insert(parts.begin() + 2, whole[1] / groups);
  Tensor weight = alongChannels("group_norm", "weight", options.weight, x);
  Tensor bias = alongChannels("group_norm", "bias", options.bias, x);
  return roundedOnce(x, [&](const Tensor &x) {
    Tensor grouped = tensorOf(reshapeTo(valueOf(x), parts));
    Tensor y = standardized(grouped, dimsFrom(2 - int(parts.size())), options.eps);
    return affine(tensorOf(reshapeTo(valueOf(y), whole)), weight, bias);
  });
}

Tensor local_response_norm(const Tensor &x, int size, LocalResponseNormOptions options) {
  checkFloats("local_response_norm", x);
  if (x.dtype().isHalf())
    return local_response_norm(x.to(f32), size, options).to(x.dtype());
  if (x.dim() < 3 || size < 1)
    fail("`local_response_norm` of " + ir::describe(typeOf(x)) + " over " + Twine(size) +
         " channels; it takes [N, C, d...] and at least one");
  SmallVector<int64_t> low(x.dim(), 0), high = low, interior = low;
  low[1] = size / 2;
  high[1] = (size - 1) / 2;
  ir::PadOp::Properties properties;
  properties.low = ints(low);
  properties.high = ints(high);
  properties.interior = ints(interior);
  properties.value = tracer().b.getF64FloatAttr(0);
  Tensor padded = tensorOf(infer<ir::PadOp>(valueOf(x * x), properties)), total;
  Int channels = x.size(1).value();
  for (int i = 0; i < size; ++i) {
    Tensor neighbour = narrow(padded, 1, i, channels);
    total = total.defined() ? total + neighbour : neighbour;
  }
  return x / pow(options.k + total * (options.alpha / size), options.beta);
}

Tensor normalize(const Tensor &x, NormalizeOptions options) {
  checkFloats("normalize", x);
  return roundedOnce(x, [&](const Tensor &x) {
    return x / atLeast(norm(x, options.p, options.dim, /*keepdim=*/true), options.eps);
  });
}
} // namespace dlc
