//===- Homes.h - where every value of a schedule lives -------------------*- C++ -*-===//
#ifndef DLC_PASSES_PLAN_HOMES_H
#define DLC_PASSES_PLAN_HOMES_H
#include "ir/graph/Dialect.h"
#include "ir/schedule/Dialect.h"
#include "passes/plan/Arena.h"
#include "llvm/ADT/MapVector.h"

namespace dlc {
struct Home {
  enum Space { arena, state, constant } space = arena;
  int64_t offset = 0; // in the state block, or in the arena's buffer
  int buffer = -1;
  /// A slice that moves with the steps of loops: by so many bytes a step.
  llvm::SmallVector<std::pair<mlir::Operation *, int64_t>, 2> moves;
  mlir::ElementsAttr numbers = {}; // of a constant

  bool sameAs(const Home &other) const {
    return space == other.space && offset == other.offset && buffer == other.buffer &&
           moves == other.moves && numbers == other.numbers;
  }
};

/// `from` is copied to the place `to`.
struct Transfer {
  mlir::Value from;
  Home to;
  mlir::Type type;
};

struct Homes {
  llvm::MapVector<mlir::Value, Home> of;
  llvm::SmallVector<ArenaBuffer> buffers;                        // offsets are not chosen yet
  llvm::SmallVector<llvm::SmallVector<mlir::Value, 2>> inBuffer; // the values that share each
  /// Moments: the number of an op in a walk over all blocks; an op with a body lasts until its
  /// last.
  llvm::DenseMap<mlir::Operation *, int64_t> start, end;
  /// Copies before a loop (its first carries), and at the end of a block (what the launch that made
  /// it could not leave in its place).
  llvm::DenseMap<mlir::Operation *, llvm::SmallVector<Transfer>> before;
  llvm::DenseMap<mlir::Block *, llvm::SmallVector<Transfer>> atEnd;
};

/// Settles everything in `schedule`; `symbols` are the program's, whose states and settings have
/// their offsets.
Homes settle(step::ScheduleOp schedule, const mlir::SymbolTable &symbols);

/// `value`, or what it is a view of.
mlir::Value stripViews(mlir::Value value);
} // namespace dlc
#endif
