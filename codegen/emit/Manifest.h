//===- Manifest.h - the tables of dlc/rt/abi.h as constants --------------------*- C++ -*-===//
#ifndef DLC_CODEGEN_EMIT_MANIFEST_H
#define DLC_CODEGEN_EMIT_MANIFEST_H
#include "codegen/emit/Program.h"
#include "llvm/ADT/StringMap.h"

namespace llvm {
class GlobalVariable;
class Module;
} // namespace llvm

namespace dlc::emit {
/// What a program's table is called and points to.
struct ManifestNames {
  std::string target, table;                 // "x86-64-v4", "dlc_program_cnn"
  std::vector<std::string> others = {};      // tables of other versions, best first
  llvm::StringMap<std::string> kernels = {}; // symbols of those that are not in the module
};

/// Adds `const dlc_program_desc <table>` and all it points to. `module` has the functions of
/// schedules and declares the launch tables.
llvm::GlobalVariable *addManifest(llvm::Module &module, const Program &program,
                                  const ManifestNames &names);
} // namespace dlc::emit
#endif
