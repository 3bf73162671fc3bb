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

/// The last phase of which all but the target's answers is done once for all versions: `plan`,
/// unless it depends on answers to earlier ones or people want to see those.
std::string lastCommonPhase(const Options &options);
bool isBefore(const std::string &phase, const std::string &other);

/// Takes `module` from behind the phase `from` up to and with the phase `to`; without a target as
/// far as that serves all. Dumps what each phase made if the options say so, under names that end
/// in `suffix`. False after an error.
bool runPhases(mlir::ModuleOp module, const Target *target, const Options &options,
               const std::string &from, const std::string &to, Clock &clock,
               const std::string &suffix = "");

/// What `runPhases` without a target left out of the last phase.
bool askTarget(mlir::ModuleOp module, const Target &target, const Options &options,
               const std::string &phase, Clock &clock);

/// What `--emit=phase` prints.
std::string printed(mlir::ModuleOp module);

bool dumpPhase(const Options &options, const std::string &phase, const std::string &extension,
               const std::string &contents);

} // namespace dlc::tool
#endif
