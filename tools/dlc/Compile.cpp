//===- Compile.cpp - one invocation from sources to outputs --------------------------------===//
#include "tools/dlc/Compile.h"
#include "codegen/emit/Header.h"
#include "codegen/emit/Object.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/IR/Diagnostics.h"
#include "mlir/Parser/Parser.h"
#include "tools/dlc/HostCompiler.h"
#include "tools/dlc/Link.h"
#include "tools/dlc/Outputs.h"
#include "tools/dlc/Phases.h"
#include "tools/dlc/Trace.h"
#include "tools/dlc/Versions.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/ThreadPool.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::tool;

namespace {
class Compilation {
public:
  Compilation(Options &options, Versions wanted)
      : options(options), installation(findInstallation()),
        threads(llvm::hardware_concurrency(options.jobs)),
        context(registry(wanted.first()), MLIRContext::Threading::DISABLED),
        versions(std::move(wanted)), handler(sources, &context, llvm::errs()) {
    if (threads.getMaxConcurrency() > 1)
      context.setThreadPool(threads);
    context.loadAllAvailableDialects();
    // The user's lines say where; the op is ours and says nothing to them.
    context.printOpOnDiagnostic(!options.from.empty());
  }

  bool run();

private:
  static DialectRegistry registry(const Target &target);
  bool loadModel();
  bool print(llvm::StringRef contents);
  bool printPhase();
  bool report();
  bool writeObject(const std::string &object);
  bool writeObjectAndHeader();
  bool writeProgram();
  std::string dependencyFile(const std::string &source);
  bool writeDependencies();
  std::string header() const;

  Options &options;
  Installation installation;
  llvm::DefaultThreadPool threads;
  MLIRContext context;
  Versions versions;
  llvm::SourceMgr sources;
  SourceMgrDiagnosticHandler handler;
  TemporaryFolder folder;
  Outputs outputs;
  Clock clock;
  OwningOpRef<ModuleOp> module; // until the versions part
  emit::Program program;
  std::vector<std::string> dependencyFiles;
};
} // namespace

DialectRegistry Compilation::registry(const Target &target) {
  DialectRegistry registry;
  registry
      .insert<ir::DlcDialect, step::StepDialect, affine::AffineDialect, arith::ArithDialect,
              linalg::LinalgDialect, math::MathDialect, memref::MemRefDialect, LLVM::LLVMDialect>();
  target.registerDialects(registry);
  emit::registerTranslations(registry);
  return registry;
}

//===- Dependencies (-MD) -----------------------------------------------------===//

std::string Compilation::dependencyFile(const std::string &source) {
  if (!options.writeDependencies)
    return "";
  dependencyFiles.push_back(folder.file("deps" + std::to_string(dependencyFiles.size()) + ".d"));
  return dependencyFiles.back();
}

bool Compilation::writeDependencies() {
  if (!options.writeDependencies)
    return true;
  std::string rules;
  for (const std::string &file : dependencyFiles)
    if (auto text = llvm::MemoryBuffer::getFile(file))
      rules += (*text)->getBuffer();
  std::string path = options.dependencyFile;
  if (path.empty()) {
    llvm::SmallString<128> beside(options.output);
    llvm::sys::path::replace_extension(beside, "d");
    path = beside.str().str();
  }
  return outputs.write(path, rules);
}

//===- The model --------------------------------------------------------------===//

bool Compilation::loadModel() {
  if (!options.from.empty()) {
    module = parseSourceFile<ModuleOp>(options.model, sources, ParserConfig(&context));
    clock.lap("parse " + options.model);
    return bool(module);
  }
  std::string plugin = folder.file("model.so");
  if (!compilePlugin(options, installation, plugin, dependencyFile(options.model)))
    return false;
  clock.lap("compile " + options.model);
  module = traceProgram(context, plugin);
  clock.lap("trace");
  return bool(module);
}

//===- Printing ---------------------------------------------------------------===//

bool Compilation::print(llvm::StringRef contents) {
  if (!options.output.empty() && options.output != "-")
    return outputs.write(options.output, contents) && outputs.commit();
  llvm::outs() << contents;
  return true;
}

bool Compilation::printPhase() {
  if (options.emit != "emit")
    return print(printed(versions.firstModule()));
  llvm::StringRef extension = llvm::sys::path::extension(options.output);
  if (extension == ".o") {
    std::optional<std::string> object = versions.emitObject(folder, clock);
    return object && print(*object);
  }
  std::string text;
  return versions.printText(extension == ".ll" ? Output::llvmIR : Output::assembly, text) &&
         print(text);
}

bool Compilation::report() {
  FailureOr<emit::Program> described = versions.describe();
  if (succeeded(described))
    program = std::move(*described);
  return succeeded(described);
}

//===- Outputs ----------------------------------------------------------------===//

std::string Compilation::header() const {
  std::string text;
  llvm::raw_string_ostream stream(text);
  emit::writeHeader(stream, program, options.model);
  return text;
}

bool Compilation::writeObject(const std::string &object) {
  std::optional<std::string> bytes = versions.emitObject(folder, clock);
  if (!bytes || (!options.dumpPhases.empty() && !versions.dumpTexts()))
    return false;
  std::error_code error;
  llvm::raw_fd_ostream stream(object, error);
  stream << *bytes;
  stream.close();
  if (!error && !(error = stream.error()))
    return true;
  stream.clear_error();
  printError("cannot write '" + object + "': " + error.message());
  return false;
}

static std::string headerBeside(const std::string &object) {
  llvm::SmallString<128> beside(object);
  llvm::sys::path::replace_extension(beside, "h");
  return beside.str().str();
}

/// Whether there is a file of the user's own where the header of -c goes.
static bool isTaken(const std::string &header) {
  auto file = llvm::MemoryBuffer::getFile(header);
  return file && !(*file)->getBuffer().empty() &&
         !(*file)->getBuffer().take_front(1024).contains(", made by dlc from ");
}

bool Compilation::writeObjectAndHeader() {
  const std::string beside = headerBeside(options.output);
  std::string object = outputs.add(options.output);
  return !object.empty() && writeObject(object) && outputs.write(beside, header()) &&
         writeDependencies() && outputs.commit();
}

bool Compilation::writeProgram() {
  std::string executable = outputs.add(options.output);
  std::vector<std::string> objects = {folder.file("model.o")};
  if (executable.empty() || !writeObject(objects.front()))
    return false;
  {
    std::error_code error;
    llvm::raw_fd_ostream stream(folder.file(program.name + ".h"), error);
    stream << header();
  }
  for (const std::string &source : options.sources) {
    objects.push_back(folder.file("source" + std::to_string(objects.size()) + ".o"));
    if (!compileSource(options, installation, source, folder.path(), objects.back(),
                       dependencyFile(source)))
      return false;
    clock.lap("compile " + source);
  }
  objects.insert(objects.end(), options.objects.begin(), options.objects.end());
  if (!linkProgram(options, installation, program, objects, folder, executable))
    return false;
  clock.lap("link");
  return writeDependencies() && outputs.commit();
}

bool Compilation::run() {
  if (!folder.exists())
    return false;
  // A place that cannot be written is said now, not after all the work.
  if (!options.output.empty() && options.output != "-") {
    Outputs probe;
    if (probe.add(options.output).empty())
      return false;
    if (options.compileOnly && isTaken(headerBeside(options.output)))
      return printError("the object's header would replace '" + headerBeside(options.output) +
                            "', which dlc did not write",
                        "another name for the object, with -o"),
             false;
  }
  if (!loadModel())
    return false;
  std::string stop = options.emit == "emit" ? "lower" : options.emit;
  if (!stop.empty()) {
    bool done = runPhases(*module, &versions.first(), options, options.from, stop, clock) &&
                versions.split(std::move(module)) &&
                (!options.report || stop != "plan" || report()) && printPhase();
    if (options.time)
      clock.print();
    return done;
  }
  std::string common = lastCommonPhase(options);
  if (!runPhases(*module, nullptr, options, options.from, common, clock) ||
      !versions.split(std::move(module)) ||
      (isBefore(options.from, common) && !versions.askTargets(common, clock)))
    return false;
  std::string behind = isBefore(options.from, common) ? common : options.from;
  if (!versions.runPhases(behind, "plan", clock) || !report() ||
      !versions.runPhases(isBefore(behind, "plan") ? "plan" : behind, "lower", clock) ||
      !(options.compileOnly ? writeObjectAndHeader() : writeProgram()))
    return false;
  if (options.time)
    clock.print();
  return true;
}

int dlc::tool::compile(Options &options) {
  std::optional<Versions> versions = Versions::make(options);
  return versions && chooseCompilers(options) && Compilation(options, std::move(*versions)).run()
             ? 0
             : 1;
}
