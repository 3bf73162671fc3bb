//===- Groups.h - which ops share a kernel -----------------------------*- C++ -*-===//
#ifndef DLC_PASSES_FUSION_GROUPS_H
#define DLC_PASSES_FUSION_GROUPS_H
#include "ir/graph/Dialect.h"
#include "llvm/ADT/SetVector.h"

namespace dlc {
/// The ops of one kernel. Movements, creations and elementwise ops that only one reduction
/// reads stand in no group: they are repeated in every kernel that needs them. What the host does
/// is a group of its own and becomes no kernel.
struct Group {
  llvm::SmallVector<mlir::Operation *> ops; // in program order
  mlir::Operation *anchor = nullptr;        // the op that no arithmetic on elements says, if any
  bool update = false;                      // makes nothing but new state
  llvm::SmallVector<int64_t> rows;          // dims that its reductions fold, see Rows.h
  llvm::SetVector<mlir::Value> inputs;      // buffers read
  llvm::SetVector<mlir::Value> outputs;     // buffers made
};

/// Ops that hold launches rather than being part of one: loops and branches.
inline bool holdsLaunches(mlir::Operation *op) { return op->getNumRegions() > 0; }

/// Groups of a block's ops in the order of their launches. The block is an entry's or a loop's;
/// the terminator's operands from `firstState` on are new values of what outlives the block or the
/// step. `rows`: reductions over the same rows share a kernel (Rows.h).
llvm::SmallVector<Group> formGroups(mlir::Block &block, unsigned firstState, bool rows);

/// Takes out of a loop's `updates`, which are launched last, what a product can do in passing, and
/// what that reads.
void leaveEpilogues(mlir::Block &block, llvm::DenseSet<mlir::Operation *> &updates);

/// Ops that make nothing but new state, by the kernel they share, each behind those it reads.
llvm::SmallVector<llvm::SmallVector<mlir::Operation *>>
sortUpdates(mlir::Block &block, const llvm::DenseSet<mlir::Operation *> &updates);
} // namespace dlc
#endif
