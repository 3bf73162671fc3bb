//===- ordered.h - running sums, sorting --------------------------*- C++ -*-===//
#ifndef DLC_OPS_ORDERED_H
#define DLC_OPS_ORDERED_H
#include "dlc/tensor.h"

namespace dlc {
/// y_k = x_0 + ... + x_k along dim; of ints and bools in i64.
Tensor cumsum(const Tensor &x, int dim);
/// y_k = x_0 ... x_k; the gradient is right where factors are 0.
Tensor cumprod(const Tensor &x, int dim);
/// log(exp(x_0) + ... + exp(x_k)), without overflow.
Tensor logcumsumexp(const Tensor &x, int dim);
/// The largest so far, and where the last such stands. From a NaN on, NaN.
Ranked cummax(const Tensor &x, int dim);
Ranked cummin(const Tensor &x, int dim);

/// Stable: equal elements keep their order. NaN is larger than any number, as in PyTorch.
Ranked sort(const Tensor &x, int dim = -1, bool descending = false);
Tensor argsort(const Tensor &x, int dim = -1, bool descending = false);
Tensor msort(const Tensor &x); // along dim 0
/// The k largest, or smallest, in order; the first come first among equals. Where a dynamic dim has
/// fewer than k, the entry fails when it runs.
Ranked topk(const Tensor &x, Int k, int dim = -1, bool largest = true);
/// The k-th smallest, counted from 1.
Ranked kthvalue(const Tensor &x, Int k, int dim = -1, bool keepdim = false);
/// 0 to n - 1 in random order.
Tensor randperm(Dim n);
} // namespace dlc
#endif
