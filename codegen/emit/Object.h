//===- Object.h - from a planned program to an object -------------------------*- C++ -*-===//
//
// The last two phases. `lower` leaves the program op with its tables and schedules, empties its
// kernels, and puts beside it one module per kernel and one with the schedules, all in the LLVM
// dialect. `emit` links these, adds the manifest and writes what the linker takes.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_CODEGEN_EMIT_OBJECT_H
#define DLC_CODEGEN_EMIT_OBJECT_H
#include "passes/Target.h"

namespace dlc::emit {
/// Phase `lower` as a pass. The target must outlive it.
std::unique_ptr<mlir::Pass> createLowerProgramPass(const Target &target);

/// Phase `emit`. Needs the translations registered below.
mlir::LogicalResult emitProgram(mlir::ModuleOp lowered, const Target &target, Output output,
                                llvm::raw_pwrite_stream &stream);

void registerTranslations(mlir::DialectRegistry &registry);
} // namespace dlc::emit
#endif
