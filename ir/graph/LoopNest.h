//===- LoopNest.h - iteration space of a structured op --------------*- C++ -*-===//
#ifndef DLC_IR_GRAPH_LOOPNEST_H
#define DLC_IR_GRAPH_LOOPNEST_H
#include "mlir/IR/AffineMap.h"
#include "mlir/IR/BuiltinAttributes.h"

namespace dlc::ir {
/// Live extent of one axis: all of it, or mul * symbol + add of a program dimension.
struct LiveDim {
  mlir::StringAttr symbol; // null: all of the axis is live
  int64_t mul = 1, add = 0;
  bool operator==(const LiveDim &) const = default;
};
inline llvm::hash_code hash_value(const LiveDim &dim) {
  return llvm::hash_combine(dim.symbol, dim.mul, dim.add);
}

/// One loop of a structured op.
struct Loop {
  int64_t bound;
  LiveDim live;
  bool reduces;
};

/// Loops from the outside in, and the index of each operand and result in them.
struct LoopNest {
  llvm::SmallVector<Loop> loops;
  llvm::SmallVector<mlir::AffineMap> operandMaps, resultMaps;
};
} // namespace dlc::ir
#endif
