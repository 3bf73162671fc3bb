//===- Patterns.h - what Simplify.cpp is made of ------------------------*- C++ -*-===//
#ifndef DLC_PASSES_SIMPLIFY_PATTERNS_H
#define DLC_PASSES_SIMPLIFY_PATTERNS_H
#include "ir/graph/Dialect.h"
#include "mlir/IR/PatternMatch.h"
#include <optional>

namespace dlc {
/// The number in every element of `value`, looking through movements.
std::optional<double> splatOf(mlir::Value value);

void addFunctionPatterns(mlir::RewritePatternSet &patterns);
void addMaskPatterns(mlir::RewritePatternSet &patterns);
void addMovementPatterns(mlir::RewritePatternSet &patterns);
void addLoopPatterns(mlir::RewritePatternSet &patterns);
void addJoinPads(mlir::RewritePatternSet &patterns);
void addConvolutionPatterns(mlir::RewritePatternSet &patterns);
void addFactorPatterns(mlir::RewritePatternSet &patterns);
} // namespace dlc
#endif
