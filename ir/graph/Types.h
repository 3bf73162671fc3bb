//===- Types.h - shapes with liveness --------------------------------*- C++ -*-===//
// A graph tensor has a static shape (dynamic axes stand at their bound) and, in the type's
// encoding, how much of each axis is live.
#ifndef DLC_IR_GRAPH_TYPES_H
#define DLC_IR_GRAPH_TYPES_H
#include "ir/graph/LoopNest.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Value.h"

namespace dlc::ir {
inline mlir::RankedTensorType typeOf(mlir::Value value) {
  return mlir::cast<mlir::RankedTensorType>(value.getType());
}

/// Liveness of every axis of `type`.
llvm::SmallVector<LiveDim> liveOf(mlir::RankedTensorType type);

/// The tensor type with these axes; the encoding is left out when all of it is live.
mlir::RankedTensorType tensorOf(llvm::ArrayRef<int64_t> shape, llvm::ArrayRef<LiveDim> live,
                                mlir::Type element);

/// `type` with another element type, the same shape and liveness.
mlir::RankedTensorType withElement(mlir::RankedTensorType type, mlir::Type element);

/// The i1 tensor type with the shape of `type`.
mlir::Type maskOf(mlir::Type type);

/// `type` without liveness.
mlir::RankedTensorType withoutLive(mlir::RankedTensorType type);

/// "128x784 (n live of 128)", for messages.
std::string describe(mlir::RankedTensorType type);
std::string describe(const LiveDim &live);

/// What a tensor or memref of this type takes in memory; a bool takes a byte.
int64_t bytesOf(mlir::Type shaped);
} // namespace dlc::ir
#endif
