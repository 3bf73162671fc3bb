//===- LowerSchedule.h - an entry's launches as a host function ---------------*- C++ -*-===//
#ifndef DLC_CODEGEN_EMIT_LOWERSCHEDULE_H
#define DLC_CODEGEN_EMIT_LOWERSCHEDULE_H
#include "ir/schedule/Dialect.h"
#include "passes/Target.h"

namespace dlc::emit {
/// Adds `void dlc_<program>_entry_<name>(dlc_frame *)` to `into`, in the LLVM dialect but for
/// arithmetic on indices, which the caller converts. The launch tables are declared; the
/// manifest defines them.
mlir::LogicalResult lowerSchedule(step::ScheduleOp schedule, const Target &target,
                                  mlir::ModuleOp into);
} // namespace dlc::emit
#endif
