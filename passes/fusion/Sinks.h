//===- Sinks.h - elementwise ops that are computed where they are read --*- C++ -*-===//
#ifndef DLC_PASSES_FUSION_SINKS_H
#define DLC_PASSES_FUSION_SINKS_H
#include "ir/graph/Dialect.h"

namespace dlc {
/// What a lookup looks up: it needs a buffer, and is read at places that data decides.
bool isLookedUp(mlir::OpOperand &use);

struct SinkRules {
  llvm::function_ref<bool(mlir::Operation *)> isElsewhere; // part of a kernel already
  const llvm::DenseSet<mlir::Operation *> &updates;        // launched last
  const llvm::DenseSet<mlir::Operation *> &jointPlaces;    // go to what they place
  bool later; // what is made from one value may wait for its readers' launch
};

/// For each elementwise op that has no kernel of its own the op that it is computed in: all of it
/// ends up in one that reads each element once, a reduction or place, or an elementwise op behind a
/// movement; or all of its readers wait for another launch.
llvm::DenseMap<mlir::Operation *, mlir::Operation *> findSinks(mlir::Block &block,
                                                               const SinkRules &rules);
} // namespace dlc
#endif
