//===- Object.cpp - phase `emit`: tables, schedules and kernels to objects or text -------===//
#include "codegen/emit/Object.h"
#include "codegen/emit/KernelObject.h"
#include "codegen/emit/Manifest.h"
#include "codegen/emit/Program.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Threading.h"
#include "mlir/Target/LLVMIR/Dialect/Builtin/BuiltinToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Dialect/LLVMIR/LLVMToLLVMIRTranslation.h"
#include "mlir/Target/LLVMIR/Export.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/IR/LLVMContext.h"
#include "llvm/IR/Module.h"
#include "llvm/IR/Verifier.h"
#include "llvm/Linker/Linker.h"
#include <chrono>

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

static auto partsOf(const Version &version) { return ModuleOp(version.lowered).getOps<ModuleOp>(); }

//===- Programs and their tables ----------------------------------------------===//

static FailureOr<std::vector<Program>> readPrograms(ModuleOp lowered) {
  std::vector<Program> programs;
  for (auto op : lowered.getOps<ir::ProgramOp>()) {
    FailureOr<Program> program = readProgram(op);
    if (failed(program))
      return failure();
    programs.push_back(std::move(*program));
  }
  if (programs.empty())
    // untested: dlc says so itself as soon as it has read the module
    return lowered.emitError("there is no dlc.program to emit");
  if (lowered.getOps<ModuleOp>().empty())
    return lowered.emitError("the program is not lowered (hint: phase 'lower')");
  return programs;
}

/// Everything but the programs' tables becomes this part's own, so that two models link into one
/// process and what nothing refers to is dropped.
static void hideAllBut(llvm::Module &module, ArrayRef<llvm::GlobalVariable *> tables) {
  for (llvm::GlobalValue &value : module.global_values())
    if (!value.isDeclaration() && !value.hasLocalLinkage() && !value.hasAppendingLinkage() &&
        !llvm::is_contained(tables, &value))
      value.setLinkage(llvm::GlobalValue::InternalLinkage);
}

/// The last line against our own bugs: LLVM would crash on what this finds.
static LogicalResult verifyHost(llvm::Module &host, ModuleOp module) {
  std::string message;
  llvm::raw_string_ostream stream(message);
  if (llvm::verifyModule(host, &stream))
    // untested: translation verified each part, so only our linking or manifest can be wrong
    return module.emitError("bug in dlc: the host module is not valid: ") << message;
  return success();
}

static LogicalResult linkPart(ModuleOp part, llvm::Linker &linker, llvm::LLVMContext &context) {
  std::unique_ptr<llvm::Module> translated = translateModuleToLLVMIR(part, context);
  if (!translated || linker.linkInModule(std::move(translated)))
    return part.emitError("bug in dlc: the lowered module could not be translated and linked");
  return success();
}

LogicalResult dlc::emit::emitText(const Version &version, Output output,
                                  llvm::raw_pwrite_stream &stream) {
  FailureOr<std::vector<Program>> programs = readPrograms(version.lowered);
  if (failed(programs))
    return failure();
  llvm::LLVMContext context;
  llvm::Module host("dlc_" + programs->front().name, context);
  llvm::Linker linker(host);
  for (auto part : partsOf(version))
    if (failed(linkPart(part, linker, context)))
      return failure();
  SmallVector<llvm::GlobalVariable *> tables;
  for (const Program &program : *programs)
    tables.push_back(
        addManifest(host, program, {version.target->name().str(), "dlc_program_" + program.name}));
  hideAllBut(host, tables);
  if (failed(verifyHost(host, version.lowered)))
    return failure();
  return version.target->emit(host, output, stream);
}

//===- Objects ----------------------------------------------------------------===//

namespace {
/// Milliseconds since it was made.
class Watch {
public:
  double elapsed() const {
    return std::chrono::duration<double, std::milli>(Time::now() - start).count();
  }

private:
  using Time = std::chrono::steady_clock;
  Time::time_point start = Time::now();
};

struct Kernel {
  ModuleOp lowered;
  const Target *target; // not always its version's: what runs once is compiled for the worst
  size_t version;
  std::string program, name; // "cnn", "k7_contract"
  KernelObject object;
  double translated = 0, compiled = 0; // milliseconds
};

/// The tables and schedules of one version.
struct Host {
  std::vector<Program> programs;
  SmallVector<ModuleOp> schedules;
  std::string bytes;
  double milliseconds = 0;
};

class ObjectEmission {
public:
  ObjectEmission(ArrayRef<Version> versions, const KernelCache *cache)
      : versions(versions), cache(cache), context(ModuleOp(versions.front().lowered).getContext()) {
  }
  LogicalResult run();
  Objects result();
  EmitStatistics statistics() const;

private:
  LogicalResult collect();
  LogicalResult translate();
  LogicalResult compile();
  LogicalResult emitHost(size_t version);
  std::string tableOf(const Program &program, size_t version) const;
  std::string suffixOf(size_t version) const {
    return versions.size() == 1 ? "" : ("." + versions[version].target->name()).str();
  }

  ArrayRef<Version> versions;
  const KernelCache *cache;
  MLIRContext *context;
  std::vector<Host> hosts; // of each version
  std::vector<Kernel> kernels;
  std::vector<size_t> distinct; // in `kernels`: the first of each code
};
} // namespace

/// What every version's table says of memory holds for all: the header and the tables state the
/// largest.
static void unite(std::vector<Host> &hosts) {
  for (size_t i = 0; i < hosts.front().programs.size(); ++i)
    for (Host &host : hosts)
      for (const Host &other : hosts)
        host.programs[i].makeRoomFor(other.programs[i]);
}

LogicalResult ObjectEmission::collect() {
  Builder b(context);
  for (auto [number, version] : llvm::enumerate(versions)) {
    FailureOr<std::vector<Program>> programs = readPrograms(version.lowered);
    if (failed(programs))
      return failure();
    Host &host = hosts.emplace_back();
    host.programs = std::move(*programs);
    for (auto part : partsOf(version)) {
      auto [program, name] = part.getSymName().value_or("").rsplit('.');
      if (name == schedulesName) {
        host.schedules.push_back(part);
        continue;
      }
      auto op = SymbolTable::lookupNearestSymbolFrom<step::KernelOp>(
          version.lowered,
          SymbolRefAttr::get(b.getStringAttr(program), FlatSymbolRefAttr::get(context, name)));
      const Target &target = op ? version.target->targetOf(op) : *version.target;
      kernels.push_back({part, &target, number, program.str(), name.str(), {}});
    }
  }
  unite(hosts);
  return success();
}

LogicalResult ObjectEmission::translate() {
  if (failed(failableParallelForEachN(context, 0, kernels.size(), [&](size_t i) {
        Kernel &kernel = kernels[i];
        Watch watch;
        LogicalResult done = kernel.object.translate(
            kernel.lowered, kernelSymbol(kernel.program, kernel.name), *kernel.target);
        kernel.translated = watch.elapsed();
        return done;
      })))
    return failure();
  llvm::StringSet<> seen;
  for (auto [i, kernel] : llvm::enumerate(kernels))
    if (seen.insert(kernel.object.symbol()).second)
      distinct.push_back(i);
  return success();
}

std::string ObjectEmission::tableOf(const Program &program, size_t version) const {
  return "dlc_program_" + program.name + (version ? suffixOf(version) : "");
}

LogicalResult ObjectEmission::emitHost(size_t number) {
  Watch watch;
  Host &part = hosts[number];
  const Target &target = *versions[number].target;
  llvm::LLVMContext llvmContext;
  llvm::Module host("dlc_" + part.programs.front().name, llvmContext);
  llvm::Linker linker(host);
  for (ModuleOp schedules : part.schedules)
    if (failed(linkPart(schedules, linker, llvmContext)))
      return failure();
  SmallVector<llvm::GlobalVariable *> tables;
  for (const Program &program : part.programs) {
    ManifestNames names{target.name().str(), tableOf(program, number)};
    for (const Kernel &kernel : kernels)
      if (kernel.version == number && kernel.program == program.name)
        names.kernels[kernel.name] = kernel.object.symbol();
    if (number == 0) // the one that the world knows leads to the others
      for (size_t other = versions.size() - 1; other > 0; --other)
        names.others.push_back(tableOf(program, other));
    tables.push_back(addManifest(host, program, names));
    if (number != 0)
      tables.back()->setVisibility(llvm::GlobalValue::HiddenVisibility);
  }
  hideAllBut(host, tables);
  if (failed(verifyHost(host, versions[number].lowered)))
    return failure();
  llvm::SmallString<0> object;
  llvm::raw_svector_ostream stream(object);
  LogicalResult done = target.emit(host, Output::object, stream);
  part.bytes = object.str().str();
  part.milliseconds = watch.elapsed();
  return done;
}

LogicalResult ObjectEmission::compile() {
  // The largest first, so that no thread is left with one at the end; hosts are of middling size.
  std::vector<size_t> order = distinct;
  llvm::sort(order, [&](size_t a, size_t b) {
    return std::pair(kernels[a].object.size(), b) > std::pair(kernels[b].object.size(), a);
  });
  return failableParallelForEachN(context, 0, order.size() + hosts.size(), [&](size_t i) {
    if (i < hosts.size())
      return emitHost(i);
    Kernel &kernel = kernels[order[i - hosts.size()]];
    Watch watch;
    LogicalResult done = kernel.object.compile(*kernel.target, cache);
    kernel.compiled = watch.elapsed();
    return done;
  });
}

LogicalResult ObjectEmission::run() {
  return success(succeeded(collect()) && succeeded(translate()) && succeeded(compile()));
}

Objects ObjectEmission::result() {
  Objects objects;
  for (Host &host : hosts)
    objects.parts.push_back(std::move(host.bytes));
  for (size_t i : distinct) {
    Kernel &kernel = kernels[i];
    objects.parts.push_back(kernel.object.takeBytes());
    objects.names.emplace_back(kernel.object.symbol(), kernelSymbol(kernel.program, kernel.name) +
                                                           suffixOf(kernel.version));
  }
  return objects;
}

EmitStatistics ObjectEmission::statistics() const {
  EmitStatistics sums;
  sums.kernels = kernels.size();
  sums.distinct = distinct.size();
  for (const Kernel &kernel : kernels) {
    sums.cached += kernel.object.wasCached();
    sums.translated += kernel.translated;
    sums.compiled += kernel.compiled;
  }
  for (const Host &host : hosts)
    sums.hosts += host.milliseconds;
  return sums;
}

FailureOr<Objects> dlc::emit::emitObjects(ArrayRef<Version> versions, const KernelCache *cache,
                                          EmitStatistics *statistics) {
  ObjectEmission emission(versions, cache);
  if (failed(emission.run()))
    return failure();
  if (statistics)
    *statistics = emission.statistics();
  return emission.result();
}

void dlc::emit::registerTranslations(DialectRegistry &registry) {
  registerBuiltinDialectTranslation(registry);
  registerLLVMDialectTranslation(registry);
}
