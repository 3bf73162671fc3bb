//===- Contract.h - sums of products ----------------------------*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_CONTRACT_H
#define DLC_FRONTEND_OPS_CONTRACT_H
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

namespace dlc {
/// dlc.contract: a label a dim; labels that the result does not have are summed over.
Tensor contract(const Tensor &lhs, const Tensor &rhs, llvm::ArrayRef<int64_t> lhsDims,
                llvm::ArrayRef<int64_t> rhsDims, llvm::ArrayRef<int64_t> outDims);

/// An error that names `what` `other` is.
void checkEqualDTypes(llvm::StringRef op, const Tensor &x, const char *what, const Tensor &other);

/// A tensor whose dims have labels.
struct Labelled {
  Tensor value;
  llvm::SmallVector<int64_t> labels;
  bool has(int64_t label) const { return llvm::is_contained(labels, label); }
};

/// `x` with the labels of `kept`, in their order; all others are summed over.
Tensor reduceTo(Labelled x, llvm::ArrayRef<int64_t> kept);

/// The product of both with the labels of `kept`, in their order; all others are summed over. A dim
/// of 1 goes with a dim of any size.
Labelled contractPair(Labelled lhs, Labelled rhs, llvm::ArrayRef<int64_t> kept);
} // namespace dlc
#endif
