//===- reduction.h - many elements become one --------------------*- C++ -*-===//
// Of all elements, or along `dims`, which vanish or with `keepdim` become 1; `{}` is all of them.
// A dynamic dim is reduced over exactly its live extent. Sums and products of ints and masks are
// i64. Of no elements a sum is 0, a product 1, a mean NaN; an extremum is an error.
#ifndef DLC_OPS_REDUCTION_H
#define DLC_OPS_REDUCTION_H
#include "dlc/tensor.h"

namespace dlc {
/// What max(x, dim) gives: `auto [values, indices] = max(x, 1);`
struct ValuesAndIndices {
  Tensor values, indices; // indices are i64
};
struct MeanAndVariance {
  Tensor mean, var;
};

/// Divides by `count - correction`, or by 0 where that is negative.
struct VarOptions {
  double correction = 1;
  bool keepdim = false;
};

Tensor sum(const Tensor &x, const Dims &dims = {}, bool keepdim = false); // of the elements
/// Of floats.
Tensor mean(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
/// The gradient of an element is the product of the others, right with zeros among them; it takes
/// time in proportion to the length of a dim, unless that has divisors.
Tensor prod(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
/// Sum and mean of what is no NaN.
Tensor nansum(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor nanmean(const Tensor &x, const Dims &dims = {}, bool keepdim = false);

/// Largest and smallest; NaN if one is. Equal elements share the gradient.
Tensor amax(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor amin(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
/// The same of everything, and elementwise of two tensors.
Tensor max(const Tensor &x);
Tensor min(const Tensor &x);
Tensor max(const Tensor &x, const Tensor &other);
Tensor min(const Tensor &x, const Tensor &other);
/// With the index of the first of equal elements, to which the whole gradient goes.
ValuesAndIndices max(const Tensor &x, int dim, bool keepdim = false);
ValuesAndIndices min(const Tensor &x, int dim, bool keepdim = false);
/// The index alone (i64); without `dim` in the flattened tensor. A NaN counts as the extremum.
Tensor argmax(const Tensor &x);
Tensor argmax(const Tensor &x, int dim, bool keepdim = false);
Tensor argmin(const Tensor &x);
Tensor argmin(const Tensor &x, int dim, bool keepdim = false);

/// Variance: the mean of squared deviations from the mean, which is taken first. `unbiased` is a
/// correction of 1.
Tensor var(const Tensor &x, const Dims &dims = {}, VarOptions options = {});
Tensor var(const Tensor &x, const Dims &dims, bool unbiased, bool keepdim = false);
template <detail::Flag B> Tensor var(const Tensor &x, B unbiased) {
  return var(x, Dims(), unbiased);
}
/// Its square root; the gradient is 0 where all elements are equal. Beside a `using namespace dlc`
/// it is written `dlc::std(x)` or `x.std()`, since C++ has the name for a namespace.
Tensor std(const Tensor &x, const Dims &dims = {}, VarOptions options = {});
Tensor std(const Tensor &x, const Dims &dims, bool unbiased, bool keepdim = false);
template <detail::Flag B> Tensor std(const Tensor &x, B unbiased) {
  return std(x, Dims(), unbiased);
}
MeanAndVariance var_mean(const Tensor &x, const Dims &dims = {}, VarOptions options = {});

/// (sum |x|^p)^(1/p); p = 0 counts what is not 0, p = inf and -inf are the largest and smallest
/// |x|. The gradient is 0 for an element of 0 and where the norm is 0.
Tensor norm(const Tensor &x, double p = 2, const Dims &dims = {}, bool keepdim = false);
/// log(sum(exp(x))) without overflow; of -inf alone it is -inf with a gradient of 0.
Tensor logsumexp(const Tensor &x, const Dims &dims, bool keepdim = false);

/// Masks: whether one element, or every element, is not 0 (NaN is not 0).
Tensor any(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor all(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
/// How many are not 0, i64.
Tensor count_nonzero(const Tensor &x, const Dims &dims = {});
} // namespace dlc
#endif
