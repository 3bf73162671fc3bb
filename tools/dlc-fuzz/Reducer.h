//===- Reducer.h - makes a failing program small -----------------------------*- C++ -*-===//
#ifndef DLC_TOOLS_FUZZ_REDUCER_H
#define DLC_TOOLS_FUZZ_REDUCER_H
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace dlc::fuzz {
/// Takes things away from the program's entry as long as `fails` says that it fails as before:
/// results, ops (a new input, an operand or a number stands for what they gave), dims and sizes.
/// `tries` bounds how often it asks.
mlir::OwningOpRef<mlir::ModuleOp> reduce(mlir::OwningOpRef<mlir::ModuleOp> module,
                                         llvm::function_ref<bool(mlir::ModuleOp)> fails, int tries);
} // namespace dlc::fuzz
#endif
