//===- Extrema.cpp - largest and smallest, and where they are -------------===//
#include "frontend/ops/Selection.h"
#include <limits>

using namespace mlir;

namespace dlc {
static void checkNotEmpty(StringRef op, const Tensor &x, ArrayRef<int64_t> dims) {
  for (int64_t dim : dims)
    if (x.size(int(dim)) == Dim(0))
      fail("`" + op + "` over dim " + Twine(dim) + " of " + ir::describe(typeOf(x)) +
           ", which is empty; there is no extremum of no elements");
}

/// Turns the order round: what was smallest is largest. -x - 1 does that to every integer, -x
/// overflows for one.
static Tensor reversed(const Tensor &x) { return x.dtype().isFloat() ? -x : -1 - x; }

/// What no number of the dtype is below.
static Operand lowestOf(DType dtype) {
  if (dtype.isFloat())
    return -std::numeric_limits<double>::infinity();
  if (dtype == u8)
    return 0;
  return dtype == i32 ? Int(std::numeric_limits<int32_t>::min()) : std::numeric_limits<Int>::min();
}

Tensor amax(const Tensor &x, const Dims &dims, bool keepdim) {
  if (auto part = selected("amax", x, dims, keepdim))
    return part->x.dtype() == boolean ? any(x, dims)
                                      : amax(part->with(lowestOf(part->x.dtype())), part->dims);
  SmallVector<int64_t> over = reducedDims("amax", x, dims);
  checkNotEmpty("amax", x, over);
  return x.dtype() == boolean ? any(x, dims, keepdim) : reduce<ir::ReduceMaxOp>(x, over, keepdim);
}

Tensor amin(const Tensor &x, const Dims &dims, bool keepdim) {
  if (auto part = selected("amin", x, dims, keepdim)) {
    if (part->x.dtype() == boolean)
      return all(x, dims);
    Tensor turned = where(part->mask, reversed(part->x), lowestOf(part->x.dtype()));
    return reversed(amax(turned, part->dims));
  }
  SmallVector<int64_t> over = reducedDims("amin", x, dims);
  checkNotEmpty("amin", x, over);
  if (x.dtype() == boolean)
    return all(x, dims, keepdim);
  return reversed(reduce<ir::ReduceMaxOp>(reversed(x), over, keepdim));
}

Tensor max(const Tensor &x) { return amax(x); }
Tensor min(const Tensor &x) { return amin(x); }
Tensor max(const Tensor &x, const Tensor &other) { return maximum(x, other); }
Tensor min(const Tensor &x, const Tensor &other) { return minimum(x, other); }

/// Of numbers.
static ValuesAndIndices largest(StringRef op, const Tensor &x, int dim, bool keepdim) {
  if (x.dtype() == boolean)
    fail("`" + op + "` of a bool tensor; hint: `.to(i64)` first");
  if (x.dim() == 0 && (dim == 0 || dim == -1))
    return largest(op, flatten(x), 0, false);
  int64_t at = checkDim(op, dim, x.dim());
  checkNotEmpty(op, x, at);
  ir::ArgmaxOp::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(at);
  auto argmax = infer<ir::ArgmaxOp>(valueOf(x), properties);
  Tensor index = tensorOf(argmax.getY()), value = tensorOf(argmax.getMax());
  if (keepdim)
    return {keepDims(value, at), keepDims(index, at)};
  return {value, index};
}

static ValuesAndIndices smallest(StringRef op, const Tensor &x, int dim, bool keepdim) {
  if (x.dtype() == boolean)
    return largest(op, x, dim, keepdim); // reports
  auto [values, indices] = largest(op, reversed(x), dim, keepdim);
  return {reversed(values), indices};
}

ValuesAndIndices max(const Tensor &x, int dim, bool keepdim) {
  if (!(x.dtype() == boolean))
    return largest("max", x, dim, keepdim);
  auto [values, indices] = largest("max", x.to(i32), dim, keepdim);
  return {values != 0, indices};
}

ValuesAndIndices min(const Tensor &x, int dim, bool keepdim) {
  if (!(x.dtype() == boolean))
    return smallest("min", x, dim, keepdim);
  auto [values, indices] = smallest("min", x.to(i32), dim, keepdim);
  return {values != 0, indices};
}

Tensor argmax(const Tensor &x, int dim, bool keepdim) {
  return largest("argmax", x, dim, keepdim).indices;
}
Tensor argmax(const Tensor &x) { return argmax(flatten(x), 0); }

Tensor argmin(const Tensor &x, int dim, bool keepdim) {
  return smallest("argmin", x, dim, keepdim).indices;
}
Tensor argmin(const Tensor &x) { return argmin(flatten(x), 0); }
} // namespace dlc
