//===- Versions.h - the program for each processor that it is compiled for -----*- C++ -*-===//
//
// Phases make one module as long as they ask no target; then each target gets its own. The
// versions meet again in one object.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_TOOLS_DLC_VERSIONS_H
#define DLC_TOOLS_DLC_VERSIONS_H
#include "codegen/emit/Program.h"
#include "passes/Target.h"
#include "tools/dlc/Clock.h"
#include "tools/dlc/Options.h"
#include "tools/dlc/Outputs.h"

namespace dlc::tool {

class Versions {
public:
  /// A version for each of -march. Nothing after an error.
  static std::optional<Versions> make(const Options &options);

  dlc::Target &first() { return *versions.front().target; }
  mlir::ModuleOp firstModule() { return *versions.front().module; }

  /// Gives each version its copy of the program; false if there is none.
  bool split(mlir::OwningOpRef<mlir::ModuleOp> module);
  /// What `phase`, the last that has run without a target, left to ask.
  bool askTargets(const std::string &phase, Clock &clock);
  bool runPhases(const std::string &from, const std::string &to, Clock &clock);

  /// What the header says: a program that all versions have room in. Prints the report on the best
  /// version, if the options say so.
  mlir::FailureOr<emit::Program> describe();
  /// Assembly and LLVM IR, for --dump-phases.
  bool dumpTexts();
  bool printText(Output kind, std::string &text);
  std::optional<std::string> emitObject(const TemporaryFolder &folder, Clock &clock);

private:
  struct Version {
    std::unique_ptr<dlc::Target> target;
    mlir::OwningOpRef<mlir::ModuleOp> module = {};
  };
  explicit Versions(const Options &options) : options(options) {}
  std::string suffixOf(const Version &version) const;

  const Options &options;
  std::vector<Version> versions; // worst first
};
} // namespace dlc::tool
#endif
