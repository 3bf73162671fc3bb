//===- InProcess.h - what programs are compiled for and with, in this process -*- C++ -*-===//
#ifndef DLC_TOOLS_CHECK_INPROCESS_H
#define DLC_TOOLS_CHECK_INPROCESS_H
#include "mlir/IR/MLIRContext.h"
#include "passes/Target.h"

namespace dlc::check {
/// Null, and a message on stderr, when there is no such processor. With `small` it cuts small
/// kernels as if they were large.
std::unique_ptr<Target> createTarget(const std::string &march, bool small = false);

/// Knows all dialects, and lets attributes be of none: those of the checks (check.*).
std::unique_ptr<mlir::MLIRContext> createContext(const Target &target);
} // namespace dlc::check
#endif
