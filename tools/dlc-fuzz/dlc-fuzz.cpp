//===- dlc-fuzz.cpp - random programs against themselves -------------------------------------===//
//   dlc-fuzz --seed=1 --count=100    random programs; the first that fails is reduced and printed
//   dlc-fuzz FILE.mlir               a program that once failed, as a test
//   dlc-fuzz --reduce FILE.mlir      reduces a program that fails
// Each is compiled with and without optimisation and run in several ways (Comparison.cpp).
//===--------------------------------------------------------------------------------===//
#include "mlir/IR/Verifier.h"
#include "mlir/Parser/Parser.h"
#include "tools/dlc-check/InProcess.h"
#include "tools/dlc-fuzz/Comparison.h"
#include "tools/dlc-fuzz/Generator.h"
#include "tools/dlc-fuzz/Reducer.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::fuzz;
namespace cl = llvm::cl;

static cl::opt<std::string> input(cl::Positional, cl::desc("[<file.mlir>]"));
static cl::opt<uint64_t> seed("seed", cl::desc("of the first program"), cl::init(1));
static cl::opt<uint64_t> count("count", cl::desc("programs to make"), cl::init(1));
static cl::opt<bool> print("print", cl::desc("print the programs and do no more"));
static cl::opt<bool> goOn("go-on", cl::desc("look for more after the first that fails"));
static cl::opt<bool> reduceFile("reduce", cl::desc("reduce the program of a file"));
static cl::opt<int> tries("tries", cl::desc("comparisons that a reduction may take"),
                          cl::init(300));
static cl::opt<int> seconds("seconds", cl::desc("that one comparison may take"), cl::init(60));
static cl::opt<std::string> march("march", cl::desc("processor to compile for"),
                                  cl::init("native"));
static cl::opt<std::string> planted("break", cl::Hidden,
                                    cl::desc("from:to, ops that the optimised program mixes up"));

/// True if all ways agree; else says so, and prints the program as a test.
static bool passes(OwningOpRef<ModuleOp> module, const Targets &targets, bool reduced) {
  auto [from, to] = StringRef(planted).split(':');
  Break mistake{from.str(), to.str()};
  Verdict first = compareApart(*module, targets, mistake, seconds);
  if (first.fault == Fault::none)
    return true;
  llvm::errs() << "FAILED: " << describe(first.fault) << "\n" << first.text;
  if (reduced) {
    module = reduce(
        std::move(module),
        [&](ModuleOp smaller) {
          return compareApart(smaller, targets, mistake, seconds).same(first);
        },
        tries);
    Verdict last = compareApart(*module, targets, mistake, seconds);
    llvm::errs() << "reduced: " << describe(last.fault) << "\n" << last.text;
    llvm::outs() << "// RUN: dlc-fuzz %s\n";
    for (Operation &program : *module->getBody())
      llvm::outs() << program << "\n";
    llvm::outs().flush();
  }
  return false;
}

static int runFile(MLIRContext &context, const Targets &targets) {
  llvm::SourceMgr sources;
  SourceMgrDiagnosticHandler diagnostics(sources, &context);
  OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(input, sources, ParserConfig(&context));
  return !module || !passes(std::move(module), targets, reduceFile);
}

static int runSeeds(MLIRContext &context, const Targets &targets) {
  int failures = 0;
  for (uint64_t number = seed; number < seed + count && (goOn || !failures); ++number) {
    OwningOpRef<ModuleOp> module = randomProgram(&context, number);
    if (print || failed(verify(*module))) {
      llvm::outs() << "// seed " << number << "\n" << *module << "\n";
      failures += !print;
      continue;
    }
    if (passes(std::move(module), targets, /*reduced=*/true))
      continue;
    llvm::outs() << "// seed " << number << "\n";
    llvm::outs().flush();
    ++failures;
  }
  if (!print)
    llvm::errs() << count << " programs from seed " << seed << ", " << failures << " failures\n";
  return failures != 0;
}

int main(int argc, char **argv) {
  cl::ParseCommandLineOptions(argc, argv, "random programs, optimised and not\n");
  std::unique_ptr<Target> target = check::createTarget(march),
                          small = check::createTarget(march, /*small=*/true);
  if (!target || !small)
    return 1;
  std::unique_ptr<MLIRContext> context = check::createContext(*target);
  const Targets targets{*target, *small};
  return input.empty() ? runSeeds(*context, targets) : runFile(*context, targets);
}
