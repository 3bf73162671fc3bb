//===- StepSums.h - sums over the steps of a loop, taken behind it ------*- C++ -*-===//
#ifndef DLC_PASSES_AUTODIFF_STEPSUMS_H
#define DLC_PASSES_AUTODIFF_STEPSUMS_H
#include "ir/graph/Dialect.h"

namespace dlc {
/// A share of one step, as a value of the body, and the same summed over all steps, as a value
/// outside that is computed from stacked tensors: `contract(a, b)` becomes a contraction over the
/// steps too, `reduce_sum(a)` a sum over them; linear ops on top are applied to the sum.
struct StepSums {
  using Predicate = llvm::function_ref<bool(mlir::Value)>;
  using Outer = llvm::function_ref<mlir::Value(mlir::Value)>;

  /// `varies`: the value is another one in every step.
  bool canHoist(mlir::Value share, Predicate varies) const;
  /// The values whose stacks `build` wants.
  llvm::SmallVector<mlir::Value> wanted(mlir::Value share) const;
  mlir::Value build(mlir::ImplicitLocOpBuilder &b, mlir::Value share, Outer stackOf) const;
};
} // namespace dlc
#endif
