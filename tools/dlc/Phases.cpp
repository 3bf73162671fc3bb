//===- Phases.cpp - running the pipeline, with stops, dumps and clocks ---------------------===//
#include "tools/dlc/Phases.h"
#include "codegen/emit/Object.h"
#include "mlir/Pass/PassManager.h"
#include "passes/Pipeline.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::tool;

const std::vector<PhaseName> &dlc::tool::phaseNames() {
  static const std::vector<PhaseName> names = [] {
    std::vector<PhaseName> all = {{"trace", "the program as it was written"}};
    for (const Phase &phase : phases())
      all.push_back({phase.name.str(), phase.summary.str()});
    all.push_back({"lower", "kernels and schedules in the LLVM dialect"});
    all.push_back({"emit", "assembly; with -o X.ll LLVM IR, with -o X.o an object"});
    return all;
  }();
  return names;
}

static size_t numberOf(const std::string &phase) {
  size_t number = 0;
  while (number < phaseNames().size() && phaseNames()[number].name != phase)
    ++number;
  return number;
}

std::string dlc::tool::lastCommonPhase(const Options &options) {
  return options.limit || !options.dumpPhases.empty() ? "fuse" : "plan";
}

bool dlc::tool::isBefore(const std::string &phase, const std::string &other) {
  return phase.empty() || numberOf(phase) < numberOf(other);
}

std::string dlc::tool::printed(ModuleOp module) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  module->print(stream, OpPrintingFlags().enableDebugInfo(/*enable=*/true, /*prettyForm=*/false));
  stream << "\n";
  return text;
}

bool dlc::tool::dumpPhase(const Options &options, const std::string &phase,
                          const std::string &extension, const std::string &contents) {
  if (options.dumpPhases.empty())
    return true;
  llvm::SmallString<128> path(options.dumpPhases);
  llvm::sys::path::append(path, std::to_string(numberOf(phase)) + "_" + phase + extension);
  std::error_code error = llvm::sys::fs::create_directories(options.dumpPhases);
  if (!error) {
    llvm::raw_fd_ostream stream(path, error);
    if (!error)
      stream << contents;
  }
  if (error)
    printError("cannot write '" + path.str().str() + "': " + error.message());
  return !error;
}

static PipelineOptions pipelineOptions(const Options &options) {
  PipelineOptions pipeline;
  pipeline.poisonDeadRows = options.poisonDeadRows;
  pipeline.optimize = options.optimize;
  pipeline.limit = options.limit;
  pipeline.precision = options.precision;
  pipeline.winograd = options.winograd;
  return pipeline;
}

static const Phase &phaseNamed(const std::string &name) {
  return *llvm::find_if(phases(), [&](const Phase &phase) { return phase.name == name; });
}

bool dlc::tool::askTarget(ModuleOp module, const Target &target, const Options &options,
                          const std::string &name, Clock &clock) {
  PassManager pm(module.getContext());
  if (const Phase &phase = phaseNamed(name); phase.ask)
    phase.ask(pm, target, pipelineOptions(options));
  bool done = succeeded(pm.run(module));
  clock.lap(name);
  return done;
}

bool dlc::tool::runPhases(ModuleOp module, const Target *target, const Options &options,
                          const std::string &from, const std::string &to, Clock &clock,
                          const std::string &suffix) {
  const PipelineOptions pipeline = pipelineOptions(options);
  bool started = from.empty();
  for (const PhaseName &phase : phaseNames()) {
    if (phase.name == "emit")
      break;
    if (started) {
      PassManager pm(module.getContext());
      if (phase.name == "lower") {
        pm.addPass(dlc::emit::createLowerProgramPass(*target));
      } else if (phase.name != "trace") {
        const Phase &passes = phaseNamed(phase.name);
        passes.build(pm, pipeline);
        if (target && passes.ask)
          passes.ask(pm, *target, pipeline);
      }
      if (failed(pm.run(module)))
        return false;
      if (phase.name != "trace")
        clock.lap(phase.name);
      if (!options.dumpPhases.empty() &&
          !dumpPhase(options, phase.name, suffix + ".mlir", printed(module)))
        return false;
    }
    started |= phase.name == from;
    if (phase.name == to)
      break;
  }
  return true;
}
