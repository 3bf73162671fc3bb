//===- Slicing.cpp - parts of a tensor, and other orders ------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Moves.h"

using namespace mlir;

namespace dlc {
Tensor narrow(const Tensor &x, int dim, Int start, Int length) {
  RankedTensorType type = typeOf(x);
  int64_t at = checkDim("narrow", dim, type.getRank());
  return sliced(x, at, start < 0 ? start + type.getDimSize(at) : start, length);
}

Tensor select(const Tensor &x, int dim, Int index) {
  RankedTensorType type = typeOf(x);
  int64_t at = checkDim("select", dim, type.getRank()), size = type.getDimSize(at);
  if (ir::liveOf(type)[at].symbol)
    fail("`select` of element " + Twine(index) + " of dynamic dim " + Twine(at) + " of " +
         ir::describe(type) + "; elements of static dims can be selected");
  if (index < -size || index >= size)
    fail("`select` of element " + Twine(index) + " of dim " + Twine(at) + " of " +
         ir::describe(type) + ", which has " + Twine(size));
  return dropped(sliced(x, at, index < 0 ? index + size : index, 1), at);
}

Tensors split(const Tensor &x, std::initializer_list<Int> sizes, int dim) {
  RankedTensorType type = typeOf(x);
  int64_t at = checkDim("split", dim, type.getRank()), start = 0;
  Tensors parts;
  for (Int size : sizes) {
    parts.append(sliced(x, at, start, size));
    start += size;
  }
  if (start != type.getDimSize(at))
    fail("`split` of dim " + Twine(at) + " of " + ir::describe(type) + " into sizes with the sum " +
         Twine(start) + "; they must add up to its " + Twine(type.getDimSize(at)));
  return parts;
}

Tensors split(const Tensor &x, Int size, int dim) {
  RankedTensorType type = typeOf(x);
  int64_t at = checkDim("split", dim, type.getRank()), extent = type.getDimSize(at);
  if (size < 1)
    fail("`split` into parts of " + Twine(size) + "; a part has at least 1 element");
  Tensors parts;
  for (int64_t start = 0; start < std::max<int64_t>(extent, 1); start += size)
    parts.append(sliced(x, at, start, std::min<int64_t>(size, extent - start)));
  return parts;
}

Tensors chunk(const Tensor &x, Int chunks, int dim) {
  int64_t at = checkDim("chunk", dim, x.dim());
  if (chunks < 1)
    fail("`chunk` into " + Twine(chunks) + " parts; there is at least 1");
  int64_t extent = typeOf(x).getDimSize(at);
  return split(x, std::max<int64_t>(llvm::divideCeil(extent, chunks), 1), int(at));
}

Tensors unbind(const Tensor &x, int dim) {
  int64_t at = checkDim("unbind", dim, x.dim());
  Tensors parts;
  for (int64_t i = 0; i < typeOf(x).getDimSize(at); ++i)
    parts.append(select(x, int(at), i));
  return parts;
}

Tensor flip(const Tensor &x, const Dims &dims) {
  ir::ReverseOp::Properties properties;
  properties.dims = ints(checkDims("flip", dims, typeOf(x).getRank()));
  return tensorOf(infer<ir::ReverseOp>(valueOf(x), properties));
}

/// x where column - row lies on the right side of `diagonal`, 0 elsewhere.
static Tensor triangle(StringRef op, const Tensor &x, Int diagonal, bool lower) {
  int rank = x.dim();
  if (rank < 2)
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + "; it takes matrices");
  Tensor row = indexAlong(x, rank - 2, i32), column = indexAlong(x, rank - 1, i32);
  Tensor inside = lower ? column <= row + diagonal : column >= row + diagonal;
  return x.dtype() == boolean ? x & inside : where(inside, x, 0);
}
Tensor tril(const Tensor &x, Int diagonal) { return triangle("tril", x, diagonal, true); }
Tensor triu(const Tensor &x, Int diagonal) { return triangle("triu", x, diagonal, false); }

// Along a diagonal of [.., n, m] the row-major place of an element grows by m + 1.
Tensor diagonal(const Tensor &x, Int offset, int dim1, int dim2) {
  int64_t rank = x.dim(), a = checkDim("diagonal", dim1, rank),
          b = checkDim("diagonal", dim2, rank);
  if (a == b)
    fail("`diagonal` names dim " + Twine(a) + " twice");
  SmallVector<int64_t> perm;
  for (int64_t i = 0; i < rank; ++i)
    if (i != a && i != b)
      perm.push_back(i);
  perm.append({a, b});
  Tensor last = permuted(x, perm);
  SmallVector<int64_t> sizes(typeOf(last).getShape());
  int64_t m = sizes.pop_back_val(), n = sizes.pop_back_val();
  int64_t row = std::max<int64_t>(-offset, 0), column = std::max<int64_t>(offset, 0);
  int64_t length = std::max<int64_t>(std::min(n - row, m - column), 0);
  sizes.push_back(n * m);
  return sliced(reshaped(last, sizes), rank - 2, length ? row * m + column : 0, length, m + 1);
}

Tensor diag(const Tensor &x, Int diagonal) {
  int64_t rank = x.dim();
  if (rank == 2)
    return dlc::diagonal(x, diagonal);
  if (rank != 1)
    fail("`diag` of " + ir::describe(typeOf(x)) + "; it takes a vector or a matrix");
  int64_t n = typeOf(x).getDimSize(0), size = n + std::abs(diagonal);
  int64_t row = std::max<int64_t>(-diagonal, 0), column = std::max<int64_t>(diagonal, 0);
  int64_t low = row * size + column, covered = n ? (n - 1) * (size + 1) + 1 : 0;
  Tensor flat = padded(x, low, size * size - low - covered, size, 0);
  return reshaped(flat, {size, size});
}

Tensor Tensor::unfold(int dim, Int size, Int step) const {
  RankedTensorType type = typeOf(*this);
  int64_t at = checkDim("unfold", dim, type.getRank()), extent = type.getDimSize(at);
  if (step < 1 || size < 1 || size > extent)
    fail("`unfold` of dim " + Twine(at) + " of " + ir::describe(type) + " into windows of " +
         Twine(size) + " by " + Twine(step) + "; a window fits, and the step is at least 1");
  return windows(*this, at, (extent - size) / step + 1, size, step);
}
} // namespace dlc
