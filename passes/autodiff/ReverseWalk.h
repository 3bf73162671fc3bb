//===- ReverseWalk.h - cotangents of one block, from the last op to the first -*- C++ -*-===//
// Serves an entry and the bodies of its loops alike. Accumulation lives only here; what an op
// does to a cotangent is its own rule, or, for ops with regions, in the files beside this one.
#ifndef DLC_PASSES_AUTODIFF_REVERSEWALK_H
#define DLC_PASSES_AUTODIFF_REVERSEWALK_H
#include "ir/graph/Dialect.h"
#include "llvm/ADT/MapVector.h"

namespace dlc {
class ReverseWalk {
public:
  /// Gradient ops go where `b` stands; `reason` is named when something has no derivative.
  ReverseWalk(mlir::ImplicitLocOpBuilder &b, mlir::Operation *reason) : b(b), reason(reason) {}

  /// `value` depends on what is differentiated for.
  void activate(mlir::Value value) { active.insert(value); }
  bool isActive(mlir::Value value) const { return active.contains(value); }
  /// Contributions to `value` are not summed: see `contributions`.
  void keepApart(mlir::Value value) { apart[value]; }

  /// Adds `dx` to the cotangent of `x`; ignored where `x` is not active.
  void accumulate(mlir::Value x, mlir::Value dx);
  /// The ops among [begin, end) that depend on something active, in order; their results become
  /// active.
  llvm::SmallVector<mlir::Operation *> findPath(mlir::Block::iterator begin,
                                                mlir::Block::iterator end);
  llvm::SmallVector<mlir::Operation *> findPath(llvm::ArrayRef<mlir::Operation *> ops);
  /// From the last op of `path` to the first.
  mlir::LogicalResult run(llvm::ArrayRef<mlir::Operation *> path);

  /// Null where none flows.
  mlir::Value cotangent(mlir::Value x) const { return cotangents.lookup(x); }
  llvm::ArrayRef<mlir::Value> contributions(mlir::Value x) { return apart[x]; }
  /// What is known of `before` holds for `after`, which takes its place.
  void replace(mlir::Value before, mlir::Value after);
  /// Ops of the path that gave way to others and are gone.
  llvm::SmallVector<mlir::Operation *> gone;

  mlir::ImplicitLocOpBuilder &builder() { return b; }
  mlir::Operation *whatFor() const { return reason; }

private:
  mlir::LogicalResult visit(mlir::Operation *op);

  mlir::ImplicitLocOpBuilder &b;
  mlir::Operation *reason;
  llvm::DenseSet<mlir::Value> active;
  llvm::DenseMap<mlir::Value, mlir::Value> cotangents;
  llvm::MapVector<mlir::Value, llvm::SmallVector<mlir::Value>> apart;
};

inline bool isFloat(mlir::Value value) {
  return mlir::isa<mlir::FloatType>(ir::typeOf(value).getElementType());
}

/// What is computed again for a gradient is not printed, asserted or checked again.
void dropEffects(mlir::Operation *recomputed);

/// Sends the cotangents of its results through an op with regions. It may be replaced.
mlir::LogicalResult differentiateScan(ir::ScanOp scan, ReverseWalk &walk);
mlir::LogicalResult differentiateCond(ir::CondOp cond, ReverseWalk &walk);
mlir::LogicalResult differentiateCheckpoint(ir::CheckpointOp op, ReverseWalk &walk);
mlir::LogicalResult differentiateCustom(ir::CustomGradientOp op, ReverseWalk &walk);

/// Puts the forward computation of every checkpoint and custom gradient in its place.
void inlineForward(mlir::Operation *root);
} // namespace dlc
#endif
