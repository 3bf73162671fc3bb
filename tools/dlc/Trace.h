//===- Trace.h - running a model file's program in a child process -*- C++ -*-===//
// The user's code may crash, throw or never end; it runs in a child, which is this program again.
// What it traces comes back as bytecode through a memory file, and so does the account of a crash.
#ifndef DLC_TOOLS_DLC_TRACE_H
#define DLC_TOOLS_DLC_TRACE_H
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace dlc::tool {
/// Whether main was started as the child; runTraceChild is all it does then.
bool isTraceChild(int argc, char **argv);
int runTraceChild(int argc, char **argv);

/// Traces the program of a plug-in. Null after an error, which has been reported. `timeout` in
/// seconds ends a program that does not end by itself; 0: never.
mlir::OwningOpRef<mlir::ModuleOp> traceProgram(mlir::MLIRContext &context,
                                               const std::string &plugin, unsigned timeout = 60);

/// First byte of the memory file when it holds the account of a crash: then header file, message
/// and stack, offsets into the plug-in in hexadecimal, a line each.
inline constexpr char crashMark = '\x01';
inline constexpr char traceChildFlag[] = "--trace-child";
} // namespace dlc::tool
#endif
