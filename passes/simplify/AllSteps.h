//===- AllSteps.h - what a loop's body computes, for all steps at once ---*- C++ -*-===//
#ifndef DLC_PASSES_SIMPLIFY_ALLSTEPS_H
#define DLC_PASSES_SIMPLIFY_ALLSTEPS_H
#include "ir/graph/Dialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace dlc {
/// Values outside of a loop that hold what values of its body are in every step, along a new dim 0.
class AllSteps {
public:
  /// New ops go where `b` stands.
  AllSteps(ir::ScanOp &scan, mlir::ImplicitLocOpBuilder &b) : scan(scan), b(b) {}

  /// With a dim for the steps in front the op does the same to each.
  static bool canLift(mlir::Operation *op);

  /// The same in every step.
  bool isFixed(mlir::Value v);

  /// `v` is this outside already: a slice of a sequence, say.
  void set(mlir::Value v, mlir::Value stack) { stacks[v] = stack; }

  /// What `v` is in every step. All that it is computed of may be lifted, is the same in every
  /// step, or was set.
  mlir::Value of(mlir::Value v);

private:
  /// The value that is the same in every step, outside.
  mlir::Value outerOf(mlir::Value v);
  mlir::Value ofContract(ir::ContractOp contract);

  ir::ScanOp &scan; // the pass may put another in its place
  mlir::ImplicitLocOpBuilder &b;
  llvm::DenseMap<mlir::Value, mlir::Value> stacks, fixed; // of the body -> outside
  llvm::DenseMap<mlir::Value, bool> isSame;               // what isFixed has found
};
} // namespace dlc
#endif
