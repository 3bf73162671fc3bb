//===- Phases.h - running the pipeline, with stops, dumps and clocks ----------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_PHASES_H
#define DLC_TOOLS_DLC_PHASES_H
#include "passes/Target.h"
#include "tools/dlc/Clock.h"
#include "tools/dlc/Options.h"

namespace dlc::tool {

struct PhaseName {
  std::string name, summary;
};
/// All of them, in order: those of passes/Pipeline.h, then `lower` and `emit`.
const std::vector<PhaseName> &phaseNames();

/// The last phase that knows nothing of a target: what it makes serves all versions.
std::string lastCommonPhase();
bool isBefore(const std::string &phase, const std::string &other);

/// Takes `module` from behind the phase `from` up to and with the phase `to`. Dumps what each
/// phase made if the options say so, under names that end in `suffix`. False after an error.
bool runPhases(mlir::ModuleOp module, Target &target, const Options &options,
               const std::string &from, const std::string &to, Clock &clock,
               const std::string &suffix = "");

/// What `--emit=phase` prints.
std::string printed(mlir::ModuleOp module);

bool dumpPhase(const Options &options, const std::string &phase, const std::string &extension,
               const std::string &contents);

} // namespace dlc::tool
#endif
