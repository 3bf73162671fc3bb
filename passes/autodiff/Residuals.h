//===- Residuals.h - what a loop keeps for its gradient ---------------*- C++ -*-===//
#ifndef DLC_PASSES_AUTODIFF_RESIDUALS_H
#define DLC_PASSES_AUTODIFF_RESIDUALS_H
#include "ir/graph/Dialect.h"
#include "llvm/ADT/SetVector.h"

namespace dlc {
/// Values of a loop's body, of which the adjoint's body is given slices of outer tensors or which
/// it computes again. The forward body stands in the adjoint's already, followed by the reverse
/// walk.
class Residuals {
protected:
  /// What a value of the adjoint's body stands for: the outer tensor that it is a slice of.
  struct Input {
    mlir::Value placeholder, outer;
  };

  explicit Residuals(bool recompute) : recompute(recompute) {}

  /// Another value in every step, and one that can be stacked.
  bool varies(mlir::Value v) const;

  /// A slice of a tensor that exists outside, now or once the forward loop stacks it.
  bool isInput(mlir::Value v) const;

  /// Finds what is kept, what comes from outside instead, and what of that the forward loop has to
  /// stack: of two ways that take the same room, that which computes less again.
  void choose();

  llvm::SmallVector<mlir::Value> xs, consts, carries; // of the forward body
  mlir::Value index;
  llvm::SmallVector<Input> inputs;
  llvm::SmallVector<mlir::Value> given; // by the adjoint's body
  llvm::DenseSet<mlir::Operation *> forward, kept;
  llvm::DenseSet<mlir::Value> used;
  llvm::SetVector<mlir::Value> residuals, stackedOut, wantedOutside;

private:
  bool isRecomputed(mlir::Operation *op) const;
  /// The forward loop has to stack this one.
  bool isResidual(mlir::Value v) const;
  /// Which ops of the body are kept, and which values come from outside instead.
  void findNeeds();
  /// The same in every step.
  bool isFixed(mlir::Value v);
  /// Collects the ops that compute with `v`, itself or moved, and are computed again; false if
  /// there is anything else that wants it.
  bool collectReaders(mlir::Value v, llvm::SetVector<mlir::Operation *> &readers) const;
  bool isWantedInside(mlir::Value v) const;
  /// Whether nothing but `readers` wants this residual.
  bool isFreedBy(const llvm::SetVector<mlir::Operation *> &readers, mlir::Value v) const;
  mlir::Value behindMovements(mlir::Value v) const;
  /// Elementwise ops that are computed again, from some residuals that nothing but they want, and
  /// whose results take no more room; empty if there are none.
  llvm::SmallVector<mlir::Operation *> betterKept();

  bool recompute;
  llvm::DenseSet<mlir::Operation *> stackedInstead;
  llvm::DenseMap<mlir::Value, bool> isSame; // what isFixed has found
};
} // namespace dlc
#endif
