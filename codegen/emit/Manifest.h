//===- Manifest.h - the tables of dlc/rt/abi.h as constants --------------------*- C++ -*-===//
#ifndef DLC_CODEGEN_EMIT_MANIFEST_H
#define DLC_CODEGEN_EMIT_MANIFEST_H
#include "codegen/emit/Program.h"

namespace llvm {
class GlobalVariable;
class Module;
} // namespace llvm

namespace dlc::emit {
/// Adds `const dlc_program_desc dlc_program_<name>` and all it points to. `module` has the
/// functions of kernels and schedules and declares the launch tables.
llvm::GlobalVariable *addManifest(llvm::Module &module, const Program &program,
                                  llvm::StringRef targetName);
} // namespace dlc::emit
#endif
