//===- Reduce.h - what reductions are made of -------------------*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_REDUCE_H
#define DLC_FRONTEND_OPS_REDUCE_H
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

namespace dlc {
/// Puts the reduced dims back as dims of 1.
inline Tensor keepDims(const Tensor &reduced, llvm::ArrayRef<int64_t> dims) {
  llvm::SmallVector<int64_t> sizes(typeOf(reduced).getShape());
  for (int64_t dim : dims)
    sizes.insert(sizes.begin() + dim, 1);
  return tensorOf(reshapeTo(valueOf(reduced), sizes));
}

template <class OpT>
Tensor reduce(const Tensor &x, llvm::ArrayRef<int64_t> dims, bool keepdim = false) {
  Tensor y = x;
  if (!dims.empty()) {
    typename OpT::Properties properties;
    properties.dims = ints(dims);
    y = tensorOf(infer<OpT>(valueOf(x), properties));
  }
  return keepdim ? keepDims(y, dims) : y;
}

/// The dims to reduce over; a scalar has dim 0 (or -1) here, as in PyTorch, and nothing happens.
llvm::SmallVector<int64_t> reducedDims(llvm::StringRef op, const Tensor &x, const Dims &dims);

/// How many elements `dims` hold together at run time: a number where it is known.
Operand countOf(const Tensor &x, llvm::ArrayRef<int64_t> dims);

/// An error where `x` is of ints or masks.
void checkFloats(llvm::StringRef op, const Tensor &x);

/// The root of a sum of squares; its gradient at 0 is 0.
Tensor rootOfSquares(const Tensor &squares);
} // namespace dlc
#endif
