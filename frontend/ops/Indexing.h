//===- Indexing.h - indices that are checked, and such that need not be -*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_INDEXING_H
#define DLC_FRONTEND_OPS_INDEXING_H
#include "frontend/ops/Emit.h"

namespace dlc {
/// Indices are ints.
void checkIndex(llvm::StringRef op, const Tensor &index);
/// An index outside of dim `dim` of `x` ends the entry: "gather: index 4 is out of range for
/// dimension 0 of size 4". With `wraps`, negative ones count from the end.
void checkIndexRange(llvm::StringRef op, const Tensor &index, const Tensor &x, int64_t dim,
                     bool wraps = false);
/// The same for what is not a dim: an error unless 0 <= index < size, with `text` behind "op: ".
/// In it, `{index}`, `{size}` and `{last}` stand for the index, the size and the size - 1.
void checkRange(llvm::StringRef op, const Tensor &index, Dim size, llvm::StringRef text,
                bool wraps = false);

/// An index of one dim, for functions that take one index a slice; a 0-d one names one slice.
Tensor sliceIndex(llvm::StringRef op, const Tensor &index);
/// Negative indices count from the end.
Tensor wrapped(const Tensor &index, Dim size);
/// The type with dim `dim` as the only one of `size`.
mlir::RankedTensorType withDim(mlir::RankedTensorType type, int64_t dim,
                               mlir::RankedTensorType size, mlir::Type element);
/// An index of slices as one of elements: of `whole`'s shape, but as long along `dim` as it is.
Tensor alongDim(const Tensor &index, mlir::RankedTensorType whole, int64_t dim);

/// gather and scatter of indices that are in range, or -1 where nothing is to be read or written:
/// outside they read 0, and write nothing.
Tensor gatherInside(const Tensor &x, int64_t dim, const Tensor &index);
/// `OpT` is dlc.scatter or another of its kind.
template <class OpT>
Tensor scatterInside(const Tensor &x, int64_t dim, const Tensor &index, const Tensor &src) {
  typename OpT::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(dim);
  mlir::Value elements = valueOf(src), at = valueOf(index), base = valueOf(x);
  return tensorOf(infer<OpT>({elements, at, base}, properties).getY());
}
/// The slices that an index of one dim names.
Tensor slicesAt(const Tensor &x, int64_t dim, const Tensor &index);
} // namespace dlc
#endif
