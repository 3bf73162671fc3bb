//===- Indexing.h - indices that are checked, and such that need not be -*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_INDEXING_H
#define DLC_FRONTEND_OPS_INDEXING_H
#include "frontend/ops/Emit.h"

namespace dlc {
/// An index outside of dim `dim` of `x` ends the entry: "gather: index 4 is out of range for
/// dimension 0 of size 4". With `wraps`, negative ones count from the end.
void checkIndexRange(llvm::StringRef op, const Tensor &index, const Tensor &x, int64_t dim,
                     bool wraps = false);
/// The same for what is not a dim: an error unless 0 <= index < size, with `text` behind "op: ".
/// In it, `{index}`, `{size}` and `{last}` stand for the index, the size and the size - 1.
void checkRange(llvm::StringRef op, const Tensor &index, Dim size, llvm::StringRef text,
                bool wraps = false);

/// gather and scatter of indices that are in range, or -1 where nothing is to be read or written:
/// outside they read 0, and write nothing.
Tensor gatherInside(const Tensor &x, int64_t dim, const Tensor &index);
Tensor scatterInside(const Tensor &x, int64_t dim, const Tensor &index, const Tensor &src);
Tensor scatterAddInside(const Tensor &x, int64_t dim, const Tensor &index, const Tensor &src);
} // namespace dlc
#endif
