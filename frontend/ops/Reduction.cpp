//===- Reduction.cpp - sums, products, counts, and what is made of sums ---===//
#include "frontend/ops/Reduce.h"
#include <cmath>

using namespace mlir;

namespace dlc {
Operand countOf(const Tensor &x, ArrayRef<int64_t> dims) {
  Dim known = 1;
  Tensor beyond; // a product of two dynamic dims is no Dim
  for (int64_t dim : dims) {
    Dim size = x.size(int(dim));
    if (size.isDynamic() && known.isDynamic()) {
      Tensor extent = zeros({}, i64) + size;
      beyond = beyond.defined() ? beyond * extent : extent;
    } else {
      known = known * size;
    }
  }
  if (beyond.defined())
    return beyond * known;
  return known;
}

SmallVector<int64_t> reducedDims(StringRef op, const Tensor &x, const Dims &dims) {
  bool scalar = x.dim() == 0 && llvm::all_of(dims, [](int dim) { return dim == 0 || dim == -1; });
  return scalar ? SmallVector<int64_t>() : checkDims(op, dims, x.dim());
}

void checkFloats(StringRef op, const Tensor &x) {
  if (!x.dtype().isFloat())
    fail("`" + op + "` of " + ir::describe(typeOf(x)) +
         "; it takes floats, hint: `.to(f32)` first");
}

/// Ints and masks are summed as i64, as in PyTorch.
static Tensor counted(const Tensor &x) { return x.dtype().isFloat() ? x : x.to(i64); }

Tensor sum(const Tensor &x, const Dims &dims, bool keepdim) {
  return reduce<ir::ReduceSumOp>(counted(x), reducedDims("sum", x, dims), keepdim);
}

Tensor mean(const Tensor &x, const Dims &dims, bool keepdim) {
  if (!x.dtype().isFloat())
    fail("`mean` of " + ir::describe(typeOf(x)) + "; a mean is of floats, hint: `.to(f32)` first");
  SmallVector<int64_t> over = reducedDims("mean", x, dims);
  Operand count = countOf(x, over);
  return roundedOnce(
      x, [&](const Tensor &x) { return reduce<ir::ReduceSumOp>(x, over, keepdim) / count; });
}

/// Factors of a long dim, each short where there are divisors. The gradient of a product costs the
/// length of a dim an element.
static void appendFactors(int64_t size, SmallVectorImpl<int64_t> &factors) {
  constexpr int64_t shortEnough = 64;
  if (size > shortEnough)
    for (auto factor = int64_t(std::sqrt(double(size))); factor > 1; --factor)
      if (size % factor == 0) {
        appendFactors(factor, factors);
        return appendFactors(size / factor, factors);
      }
  factors.push_back(size);
}

Tensor prod(const Tensor &x, const Dims &dims, bool keepdim) {
  SmallVector<int64_t> over = reducedDims("prod", x, dims), sizes, splitOver;
  for (auto [dim, size] : llvm::enumerate(x.shape())) {
    SmallVector<int64_t> factors{size.bound()};
    bool reduced = llvm::is_contained(over, int64_t(dim));
    if (reduced && !size.isDynamic()) {
      factors.clear();
      appendFactors(size.bound(), factors);
    }
    for (int64_t factor : factors) {
      if (reduced)
        splitOver.push_back(sizes.size());
      sizes.push_back(factor);
    }
  }
  Tensor split = tensorOf(reshapeTo(valueOf(counted(x)), sizes));
  Tensor product = reduce<ir::ReduceProdOp>(split, splitOver);
  return keepdim ? keepDims(product, over) : product;
}

Tensor nansum(const Tensor &x, const Dims &dims, bool keepdim) {
  return sum(x.dtype().isFloat() ? where(x == x, x, 0) : x, dims, keepdim);
}

Tensor nanmean(const Tensor &x, const Dims &dims, bool keepdim) {
  checkFloats("nanmean", x);
  return roundedOnce(x, [&](const Tensor &x) {
    Tensor total = nansum(x, dims, keepdim);
    return total / sum((x == x).to(x.dtype()), dims, keepdim);
  });
}

static Tensor isNonzero(const Tensor &x) { return x.dtype() == boolean ? x : x != 0; }

Tensor any(const Tensor &x, const Dims &dims, bool keepdim) {
  // The maximum of nothing is below 0.
  Tensor ones = isNonzero(x).to(i32);
  return reduce<ir::ReduceMaxOp>(ones, reducedDims("any", x, dims), keepdim) > 0;
}

Tensor all(const Tensor &x, const Dims &dims, bool keepdim) {
  Tensor zeros = (~isNonzero(x)).to(i32);
  return reduce<ir::ReduceMaxOp>(zeros, reducedDims("all", x, dims), keepdim) <= 0;
}

Tensor count_nonzero(const Tensor &x, const Dims &dims) {
  return reduce<ir::ReduceSumOp>(isNonzero(x).to(i64), reducedDims("count_nonzero", x, dims));
}

Tensor softmax(const Tensor &x, int dim) {
  Tensor real = x.dtype().isFloat() ? x : x.to(get_default_dtype());
  return roundedOnce(real, [=](const Tensor &x) {
    auto forward = [=](Tensor x) { // shifted, so that exp never overflows
      Tensor e = exp(x - amax(x, dim, true));
      return e * (1 / sum(e, dim, true));
    };
    auto backward = [=](Tensors, Tensors y, Tensors dy) { // from the result alone
      return Tensors{y[0] * (dy[0] - sum(dy[0] * y[0], dim, true))};
    };
    return custom_gradient(forward, backward, {x});
  });
}

Tensor log_softmax(const Tensor &x, int dim) {
  Tensor real = x.dtype().isFloat() ? x : x.to(get_default_dtype());
  return roundedOnce(real, [=](const Tensor &x) {
    Tensor shifted = x - detach(amax(x, dim, true));
    return shifted - log(sum(exp(shifted), dim, true));
  });
}
} // namespace dlc
