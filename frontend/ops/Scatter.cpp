//===- Scatter.cpp - elements and slices written at indices along one dim ----===//
#include "dlc/ops.h"
#include "frontend/ops/Indexing.h"
#include <limits>

using namespace mlir;

namespace dlc {
/// src in x's dtype and in the shape of the index, which may be a corner of its own.
static Tensor sourceFor(StringRef op, const Tensor &x, const Tensor &index, const Operand &src) {
  checkIndex(op, index);
  RankedTensorType type = ir::withElement(typeOf(index), typeOf(x).getElementType());
  if (src.kind != Operand::Value)
    return tensorOf(materialize(src, type));
  Tensor corner = tensorOf(convertTo(valueOf(src.tensor), type.getElementType()));
  for (int64_t axis = 0; axis < std::min(type.getRank(), typeOf(corner).getRank()); ++axis)
    if (type.getDimSize(axis) < typeOf(corner).getDimSize(axis))
      corner = narrow(corner, int(axis), 0, type.getDimSize(axis));
  return corner;
}

Tensor scatter(const Tensor &x, int dim, const Tensor &index, const Operand &src) {
  Tensor source = sourceFor("scatter", x, index, src);
  int64_t at = checkDim("scatter", dim, x.dim());
  checkIndexRange("scatter", index, x, at);
  return scatterInside<ir::ScatterOp>(x, at, index, source);
}

Tensor scatter_add(const Tensor &x, int dim, const Tensor &index, const Tensor &src) {
  Tensor source = sourceFor("scatter_add", x, index, src);
  int64_t at = checkDim("scatter_add", dim, x.dim());
  checkIndexRange("scatter_add", index, x, at);
  return scatterInside<ir::ScatterAddOp>(x, at, index, source);
}

Tensor scatter_reduce(const Tensor &x, int dim, const Tensor &index, const Tensor &src,
                      const char *reduce, bool include_self) {
  StringRef kind = reduce;
  if (!llvm::is_contained({"sum", "prod", "mean", "amax", "amin"}, kind))
    fail("`scatter_reduce` by \"" + kind + "\"; it is sum, prod, mean, amax or amin");
  if (kind == "amin")
    return -scatter_reduce(-x, dim, index, -src, "amax", include_self);
  if (kind == "mean" && !x.dtype().isFloat())
    fail("`scatter_reduce` by \"mean\" of " + ir::describe(typeOf(x)) +
         "; a mean is of floats, hint: `.to(f32)` first");
  int64_t at = checkDim("scatter_reduce", dim, x.dim());
  Tensor source = sourceFor("scatter_reduce", x, index, src), base = x;
  checkIndexRange("scatter_reduce", index, x, at);
  if (!include_self) {
    double neutral = kind == "prod" ? 1 : 0;
    if (kind == "amax")
      neutral = x.dtype().isFloat() ? -std::numeric_limits<double>::infinity()
                                    : (x.dtype() == i32 ? -0x1p31 : -0x1p63);
    base = scatterInside<ir::ScatterOp>(x, at, index, full(source.shape(), neutral, x.dtype()));
  }
  if (kind == "prod")
    return scatterInside<ir::ScatterMulOp>(base, at, index, source);
  if (kind == "amax")
    return scatterInside<ir::ScatterMaxOp>(base, at, index, source);
  Tensor total = scatterInside<ir::ScatterAddOp>(base, at, index, source);
  if (kind == "sum")
    return total;
  Tensor start = full(x.shape(), include_self, x.dtype());
  Tensor count = scatterInside<ir::ScatterAddOp>(start, at, index, ones_like(source));
  return total / maximum(count, 1);
}

/// Slices of source with their indices, for functions that take one index a slice.
template <class OpT>
static Tensor putSlices(StringRef op, const Tensor &x, int dim, const Tensor &index,
                        const Operand &source) {
  Tensor at = sliceIndex(op, index);
  int64_t axis = checkDim(op, dim, x.dim());
  checkIndexRange(op, at, x, axis);
  Tensor spread = alongDim(at, typeOf(x), axis);
  RankedTensorType type = ir::withElement(typeOf(spread), typeOf(x).getElementType());
  if (source.kind == Operand::Value && !(source.tensor.shape() == spread.shape()))
    fail("`" + op + "` of " + ir::describe(typeOf(source.tensor)) + " to " +
         ir::describe(typeOf(x)) + " at indices of " + ir::describe(typeOf(at)) + " along dim " +
         Twine(axis) + "; the source is " + ir::describe(type));
  return scatterInside<OpT>(x, axis, spread, tensorOf(materialize(source, type)));
}

Tensor index_add(const Tensor &x, int dim, const Tensor &index, const Tensor &source,
                 double alpha) {
  Tensor scaled = alpha == 1 ? source : (source * alpha).to(source.dtype());
  return putSlices<ir::ScatterAddOp>("index_add", x, dim, index, scaled);
}

Tensor index_copy(const Tensor &x, int dim, const Tensor &index, const Tensor &source) {
  return putSlices<ir::ScatterOp>("index_copy", x, dim, index, source);
}

Tensor index_fill(const Tensor &x, int dim, const Tensor &index, const Operand &value) {
  if (value.kind == Operand::Value && value.tensor.dim() != 0)
    fail("`index_fill` with a value of " + ir::describe(typeOf(value.tensor)) +
         "; it is a number, or 0-d");
  Operand number = value;
  if (value.kind == Operand::Value) {
    Tensor at = sliceIndex("index_fill", index);
    Tensor spread = alongDim(at, typeOf(x), checkDim("index_fill", dim, x.dim()));
    number = expand(value.tensor, spread.shape());
  }
  return putSlices<ir::ScatterOp>("index_fill", x, dim, index, number);
}
} // namespace dlc
