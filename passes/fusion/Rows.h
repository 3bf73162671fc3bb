//===- Rows.h - reductions over the same rows share a kernel -----------*- C++ -*-===//
#ifndef DLC_PASSES_FUSION_ROWS_H
#define DLC_PASSES_FUSION_ROWS_H
#include "ir/graph/Dialect.h"
#include "llvm/ADT/SetVector.h"

namespace dlc {
/// Ops of one kernel: reductions of one shape over the same dims, and elementwise ops of that shape
/// or of what the reductions leave.
struct RowGroup {
  llvm::SmallVector<mlir::Operation *> ops; // in program order, side by side in the block
  llvm::SmallVector<int64_t> dims;          // that the reductions fold
};

/// Finds such groups in a block and moves their ops together. `isUpdate`: ops that are launched
/// last, by themselves.
llvm::SmallVector<RowGroup> formRowGroups(mlir::Block &block,
                                          llvm::function_ref<bool(mlir::Operation *)> isUpdate);

/// Looks for an order of a block's ops in which those of a group stand side by side, as near to
/// what it was as that allows; false if there is none. `apply`: moves them.
bool orderByGroups(mlir::Block &block, const llvm::DenseMap<mlir::Operation *, int> &groupOf,
                   llvm::ArrayRef<llvm::SmallVector<mlir::Operation *>> groups, bool apply);

/// Does long sums with few results in two steps.
void splitSums(mlir::Block &block);

/// Gives each reader of a value that costs less to compute again than to keep one of its own.
void recomputeCheap(mlir::Block &block, llvm::function_ref<bool(mlir::Operation *)> isUpdate);
/// Whether an op makes such a value.
bool isRecomputed(mlir::Operation *op);
} // namespace dlc
#endif
