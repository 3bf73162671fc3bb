//===- Reuse.h - whose place in memory a value may take ------------------*- C++ -*-===//
#ifndef DLC_PASSES_PLAN_REUSE_H
#define DLC_PASSES_PLAN_REUSE_H
#include "passes/plan/Homes.h"

namespace dlc {
class Reuse {
public:
  Reuse(const mlir::SymbolTable &symbols, const Homes &homes) : symbols(symbols), homes(homes) {}

  /// What reads `value`, also under another shape.
  llvm::SmallVector<mlir::Operation *> readersOf(mlir::Value value) const;

  /// The kernel writes part of this result only; the rest is what its operand holds.
  bool isInPlace(mlir::OpResult result) const;

  /// The kernel may write result number `result` over `value`, wherever it reads that.
  bool mayOverwrite(step::LaunchOp launch, int64_t result, mlir::Value value) const;

  /// The buffer of `value` was made in the block of `op`, so that no other step of a loop sees it,
  /// and nothing after `op` uses it.
  bool isReusable(mlir::Value value, mlir::Operation *op) const;

  /// The first value of a carry is where the carry lives if only this operand of the loop uses it
  /// from here on.
  bool isReusableCarry(mlir::Value init, step::LoopOp loop) const;

private:
  const mlir::SymbolTable &symbols;
  const Homes &homes;
};
} // namespace dlc
#endif
