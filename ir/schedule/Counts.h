//===- Counts.h - how often, when the dimensions have values -----------------*- C++ -*-===//
#ifndef DLC_IR_SCHEDULE_COUNTS_H
#define DLC_IR_SCHEDULE_COUNTS_H
#include "ir/schedule/Dialect.h"

namespace dlc::step {
/// What a map of the program's dimensions counts (steps, tiles by axis): the product of its
/// results. Nothing if it asks for other dimensions than there are.
std::optional<int64_t> countAt(mlir::AffineMap map, llvm::ArrayRef<int64_t> dims);

/// Steps of a loop; 1 if nobody can tell, which is reported where the loop is lowered.
int64_t tripsOf(ForOp loop, llvm::ArrayRef<int64_t> dims);
} // namespace dlc::step
#endif
