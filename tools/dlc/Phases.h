//===- Phases.h - running the pipeline, with stops, dumps and clocks ----------------*- C++ -*-===//
#ifndef DLC_TOOLS_DLC_PHASES_H
#define DLC_TOOLS_DLC_PHASES_H
#include "passes/Target.h"
#include "tools/dlc/Options.h"
#include <chrono>

namespace dlc::tool {

struct PhaseName {
  std::string name, summary;
};
/// All of them, in order: those of passes/Pipeline.h, then `lower` and `emit`.
const std::vector<PhaseName> &phaseNames();

/// How long each part took, for --time.
class Clock {
public:
  void lap(const std::string &what);
  void print() const;

private:
  using Time = std::chrono::steady_clock;
  Time::time_point last = Time::now();
  std::vector<std::pair<std::string, double>> laps; // milliseconds
};

/// Takes `module` from behind the phase `from` up to and with the phase `to`. Dumps what each
/// phase made if the options say so. False after an error.
bool runPhases(mlir::ModuleOp module, Target &target, const Options &options,
               const std::string &from, const std::string &to, Clock &clock);

/// What `--emit=phase` prints.
std::string printed(mlir::ModuleOp module);

/// The phase `emit`, into `bytes`.
bool emitAs(mlir::ModuleOp lowered, const Target &target, Output output, std::string &bytes);

bool dumpPhase(const Options &options, const std::string &phase, const std::string &extension,
               const std::string &contents);

} // namespace dlc::tool
#endif
