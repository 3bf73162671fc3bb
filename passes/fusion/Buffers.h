//===- Buffers.h - which values have a buffer of their own ------------*- C++ -*-===//
#ifndef DLC_PASSES_FUSION_BUFFERS_H
#define DLC_PASSES_FUSION_BUFFERS_H
#include "ir/graph/Dialect.h"

namespace dlc {
/// A buffer that is there before the first launch.
bool isGiven(mlir::Operation *op);

/// Movements, and paddings that are read in place: all that are left.
bool moves(mlir::Operation *op);

/// What stands in no group: it is computed where it is read, or there before the first launch.
bool isFree(mlir::Operation *op);

/// Ops of the entry that are the same bytes under another shape.
bool isAlias(mlir::Operation *op);

/// One element of the result from one of each operand; a lookup from wherever its index says.
bool isElementwise(mlir::Operation *op);
} // namespace dlc
#endif
