//===- JointPlaces.h - parts of one buffer that one kernel makes --------*- C++ -*-===//
#ifndef DLC_PASSES_FUSION_JOINTPLACES_H
#define DLC_PASSES_FUSION_JOINTPLACES_H
#include "ir/graph/Dialect.h"

namespace dlc {
/// The places of a concatenation whose operands are all elementwise, of one shape, and share
/// arithmetic: the gradients of an LSTM's gates. One kernel makes the operands and puts each where
/// it belongs. `isElsewhere`: ops that are part of a kernel already.
llvm::DenseSet<mlir::Operation *>
findJointPlaces(mlir::Block &block, llvm::function_ref<bool(mlir::Operation *)> isElsewhere);
} // namespace dlc
#endif
