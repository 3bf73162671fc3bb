//===- StateBlock.h - fixed places for what outlives an entry -----------*- C++ -*-===//
#ifndef DLC_PASSES_PLAN_STATEBLOCK_H
#define DLC_PASSES_PLAN_STATEBLOCK_H
#include "ir/graph/Dialect.h"
#include "mlir/IR/BuiltinTypes.h"

namespace dlc {
/// Gives every setting and state an `offset`, every state its `bytes`, `view` and `perm`, and
/// the program its `state_bytes`. Parameters, buffers, gradients and each kind of optimiser
/// state form a region each, in the same order of parameters.
void placeState(ir::ProgramOp program);

/// Name of a kernel that copies a flat memref; made when first asked for.
llvm::StringRef copyKernel(ir::ProgramOp program, mlir::MemRefType type);
} // namespace dlc
#endif
