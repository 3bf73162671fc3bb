//===- Names.h - what the tables call functions, launches and lines --------*- C++ -*-===//
#ifndef DLC_CODEGEN_EMIT_NAMES_H
#define DLC_CODEGEN_EMIT_NAMES_H
#include "mlir/IR/Location.h"
#include <string>

namespace dlc::emit {
/// The symbol of an entry's function, and of the tables of its i-th launch and act of the host.
std::string scheduleSymbol(llvm::StringRef program, llvm::StringRef entry);
std::string launchTableSymbol(llvm::StringRef program, llvm::StringRef entry, size_t launch);
std::string hostTableSymbol(llvm::StringRef program, llvm::StringRef entry, size_t act);

/// "model.cpp:15 in fc1": the file and line nearest to the user, and the innermost module path.
std::string describeLocation(mlir::Location location);
} // namespace dlc::emit
#endif
