//===- Reshape.h - which reshapes there are, and what they move -----*- C++ -*-===//
#ifndef DLC_IR_GRAPH_RESHAPE_H
#define DLC_IR_GRAPH_RESHAPE_H
#include "ir/graph/Types.h"

namespace dlc::ir {
/// Neighbouring axes of two shapes of one size with equal products; elements move within groups.
struct ReshapeGroup {
  int64_t fromBegin, fromEnd, toBegin, toEnd;
};
llvm::SmallVector<ReshapeGroup> reshapeGroups(llvm::ArrayRef<int64_t> from,
                                              llvm::ArrayRef<int64_t> to);

/// The type of `from` reshaped to `shape` (dynamic axes at their bound). A dynamic axis may be
/// split or merged only where it is outermost in its group; anything else is an error at `loc`.
mlir::FailureOr<mlir::RankedTensorType> reshapedType(std::optional<mlir::Location> loc,
                                                     mlir::RankedTensorType from,
                                                     llvm::ArrayRef<int64_t> shape);

/// Index in `to` -> index in `from`, both row-major.
mlir::AffineMap reshapeMap(mlir::RankedTensorType from, mlir::RankedTensorType to);
} // namespace dlc::ir
#endif
