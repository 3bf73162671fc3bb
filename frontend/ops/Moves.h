//===- Moves.h - movements of one dim that several ops are made of -*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_MOVES_H
#define DLC_FRONTEND_OPS_MOVES_H
#include "frontend/ops/Emit.h"

namespace dlc {
/// `size` elements of dim `dim` from `start`, each `stride`-th; x itself where that is all of it.
Tensor sliced(const Tensor &x, int64_t dim, int64_t start, int64_t size, int64_t stride = 1);
Tensor reshaped(const Tensor &x, llvm::ArrayRef<int64_t> sizes);
/// x without its dim `dim`, which has size 1.
Tensor dropped(const Tensor &x, int64_t dim);
Tensor permuted(const Tensor &x, llvm::ArrayRef<int64_t> perm);
/// x repeated along new dims: the dims `added` of the result have these sizes.
Tensor repeated(const Tensor &x, llvm::ArrayRef<int64_t> added, llvm::ArrayRef<int64_t> sizes);
Tensor padded(const Tensor &x, llvm::ArrayRef<int64_t> low, llvm::ArrayRef<int64_t> high,
              llvm::ArrayRef<int64_t> interior, double value);
/// pad() with the amounts of every dim; negative ones cut off.
Tensor paddedBy(const Tensor &x, llvm::StringRef mode, llvm::ArrayRef<int64_t> low,
                llvm::ArrayRef<int64_t> high, double value = 0);
Tensor joined(llvm::ArrayRef<Tensor> parts, int64_t dim);
/// Window i of `count` begins at (i*mul + add) / div; a new last dim of `size` walks it.
Tensor windows(const Tensor &x, int64_t dim, int64_t count, int64_t size, int64_t mul,
               int64_t add = 0, int64_t div = 1, int64_t dilation = 1);
/// The index along `dim` of each element of a tensor shaped like x.
Tensor indexAlong(const Tensor &x, int64_t dim, DType dtype);
/// Of non-negative ints, rounded down.
Tensor quotient(const Tensor &x, int64_t divisor);
} // namespace dlc
#endif
