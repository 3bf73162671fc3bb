//===- Trace.h - run a program and collect what it traces -------*- C++ -*-===//
#ifndef DLC_FRONTEND_TRACE_TRACE_H
#define DLC_FRONTEND_TRACE_TRACE_H
#include "frontend/trace/CallStacks.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace dlc {
/// Loads the plug-in and runs its program; null if there was an error, which has been reported.
/// What user code throws passes through. `loaded` is told where the plug-in lies once it is known,
/// so that a handler of signals can tell the user's frames.
mlir::OwningOpRef<mlir::ModuleOp>
trace(mlir::MLIRContext &context, const std::string &plugin,
      llvm::function_ref<void(const CallStacks &, const char *header)> loaded);
} // namespace dlc
#endif
