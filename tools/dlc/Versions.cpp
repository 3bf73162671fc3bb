//===- Versions.cpp - the program for each processor that it is compiled for ----------------===//
#include "tools/dlc/Versions.h"
#include "codegen/cpu/CpuTarget.h"
#include "codegen/emit/KernelCache.h"
#include "codegen/emit/Object.h"
#include "mlir/IR/MLIRContext.h"
#include "tools/dlc/Merge.h"
#include "tools/dlc/Phases.h"
#include "tools/dlc/Report.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Format.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::tool;

std::optional<Versions> Versions::make(const Options &options) {
  Versions made(options);
  for (const std::string &march : options.march) {
    std::string error, triple = options.targetTriple;
    std::unique_ptr<dlc::Target> target =
        cpu::createCpuTarget({march, options.optimize, triple}, error);
    if (!target) {
      printError((triple.empty() ? "" : "--target-triple=" + triple + " ") + "-march=" + march +
                 ": " + error);
      return std::nullopt;
    }
    for (const Version &other : made.versions)
      if (other.target->name() == target->name()) {
        printError("-march=" + march + ": there is a version for " + target->name().str() +
                       " already",
                   "the versions in a program differ in their level: x86-64, x86-64-v2, ...");
        return std::nullopt;
      }
    made.versions.push_back({std::move(target)});
  }
  llvm::sort(made.versions, [](const Version &a, const Version &b) {
    return a.target->name() < b.target->name();
  });
  for (Version &version : made.versions)
    for (const Version &worse : made.versions)
      if (version.target->runs(*worse.target)) {
        if (&worse != &version)
          version.target->initialiseWith(*worse.target);
        break;
      }
  return made;
}

std::string Versions::suffixOf(const Version &version) const {
  return versions.size() == 1 ? "" : "." + version.target->name().str();
}

bool Versions::split(OwningOpRef<ModuleOp> module) {
  if (module->getOps<ir::ProgramOp>().empty())
    return printError("'" + options.model + "' has no program", "DLC_PROGRAM(name) { ... }"), false;
  for (size_t i = 1; i < versions.size(); ++i)
    versions[i].module = module->clone();
  versions.front().module = std::move(module);
  return true;
}

bool Versions::askTargets(const std::string &phase, Clock &clock) {
  return llvm::all_of(versions, [&](Version &version) {
    return askTarget(*version.module, *version.target, options, phase, clock);
  });
}

bool Versions::runPhases(const std::string &from, const std::string &to, Clock &clock) {
  return llvm::all_of(versions, [&](Version &version) {
    return tool::runPhases(*version.module, version.target.get(), options, from, to, clock,
                           suffixOf(version));
  });
}

FailureOr<emit::Program> Versions::describe() {
  std::optional<emit::Program> program;
  for (Version &version : versions) {
    ir::ProgramOp op = *version.module->getOps<ir::ProgramOp>().begin();
    FailureOr<emit::Program> read = emit::readProgram(op);
    if (failed(read))
      return failure();
    if (options.report && &version == &versions.back()) {
      if (versions.size() > 1)
        llvm::outs() << "compiled for " << version.target->name() << "\n";
      writeReport(llvm::outs(), op, *read);
    }
    if (program)
      read->makeRoomFor(*program);
    program = std::move(*read);
  }
  return *program;
}

bool Versions::printText(Output kind, std::string &text) {
  Version &version = versions.front();
  llvm::SmallString<0> buffer;
  llvm::raw_svector_ostream stream(buffer);
  bool done = succeeded(emit::emitText({*version.module, version.target.get()}, kind, stream));
  text = buffer.str().str();
  return done;
}

bool Versions::dumpTexts() {
  for (Version &version : versions)
    for (auto [kind, extension] :
         {std::pair(Output::llvmIR, ".ll"), std::pair(Output::assembly, ".s")}) {
      llvm::SmallString<0> text;
      llvm::raw_svector_ostream stream(text);
      if (failed(emit::emitText({*version.module, version.target.get()}, kind, stream)) ||
          !dumpPhase(options, "emit", suffixOf(version) + extension, text.str().str()))
        return false;
    }
  return true;
}

static std::string inWords(const emit::EmitStatistics &statistics, unsigned threads) {
  std::string text;
  llvm::raw_string_ostream stream(text);
  stream << statistics.kernels << " kernels, " << statistics.distinct << " distinct, "
         << statistics.cached << " from the cache; on " << threads
         << (threads == 1 ? " thread:" : " threads together:")
         << llvm::format(" %.0f ms to LLVM IR, %.0f ms kernels, %.0f ms tables and schedules",
                         statistics.translated, statistics.compiled, statistics.hosts);
  return text;
}

std::optional<std::string> Versions::emitObject(const TemporaryFolder &folder, Clock &clock) {
  std::vector<emit::Version> lowered;
  for (Version &version : versions)
    lowered.push_back({*version.module, version.target.get()});
  std::optional<emit::KernelCache> cache;
  if (!options.cache.empty())
    cache.emplace(options.cache, uint64_t(options.cacheMebibytes) << 20);
  emit::EmitStatistics statistics;
  FailureOr<emit::Objects> objects =
      emit::emitObjects(lowered, cache ? &*cache : nullptr, &statistics);
  clock.lap("emit");
  clock.note(inWords(statistics, versions.front().module->getContext()->getNumThreads()));
  if (failed(objects))
    return std::nullopt;
  std::optional<std::string> object = mergeObjects(*objects, folder);
  clock.lap("merge");
  return object;
}
