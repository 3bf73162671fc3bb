//===- Relaunch.h - launching something a second time --------------------*- C++ -*-===//
#ifndef DLC_PASSES_PLAN_RELAUNCH_H
#define DLC_PASSES_PLAN_RELAUNCH_H
#include "passes/plan/Homes.h"

namespace dlc {
/// Some launches of a schedule made again at a later place. Their results are read there and behind
/// it instead of the first ones, which are free until then. The same kernels on the same operands
/// give the same bits.
class Relaunch {
public:
  /// `ops` are launches and empty buffers in the order of the schedule, before `place`.
  Relaunch(llvm::ArrayRef<mlir::Operation *> ops, mlir::Operation *place);
  void undo();

private:
  struct Reading {
    mlir::OpOperand *operand;
    mlir::Value before;
  };
  mlir::Value again(mlir::Value value);

  mlir::OpBuilder b;
  llvm::DenseMap<mlir::Value, mlir::Value> results; // of the first launch, of the second
  llvm::SmallVector<mlir::Operation *> made;
  llvm::SmallVector<Reading> redirected;
};

/// What reads `value`, also under another shape.
llvm::SmallVector<mlir::OpOperand *> readingsOf(mlir::Value value);
} // namespace dlc
#endif
