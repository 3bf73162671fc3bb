//===- JoinPads.h - a sum of padded parts is a concatenation ------------*- C++ -*-===//
#ifndef DLC_PASSES_SIMPLIFY_JOINPADS_H
#define DLC_PASSES_SIMPLIFY_JOINPADS_H

namespace mlir {
class RewritePatternSet;
}

namespace dlc {
void addJoinPads(mlir::RewritePatternSet &patterns);
} // namespace dlc
#endif
