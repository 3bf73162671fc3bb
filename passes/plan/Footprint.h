//===- Footprint.h - what the buffers of a schedule add up to ------------*- C++ -*-===//
#ifndef DLC_PASSES_PLAN_FOOTPRINT_H
#define DLC_PASSES_PLAN_FOOTPRINT_H
#include "passes/plan/Homes.h"

namespace dlc {
struct Footprint {
  int64_t live = 0;      // most bytes in use at one moment: no arrangement needs less
  int64_t gradients = 0; // what optimisers read and then is no more
  int64_t rest = 0;      // most bytes in use without those: activations and workspaces
  /// Who made what is in use at the fullest moment; a line once, the largest first.
  llvm::SmallVector<std::pair<mlir::Location, int64_t>> owners;
};

Footprint footprintOf(step::ScheduleOp schedule, const Homes &homes);

/// As an attribute of the planned schedule, for the report.
mlir::DictionaryAttr describe(const Footprint &footprint, mlir::MLIRContext *context);
} // namespace dlc
#endif
