//===- dlc-check.cpp - numeric tests that are written as programs ---------------------------===//
// Compiles each program of a file in process, runs its entries and compares with what the check.*
// attributes say (Wishes.cpp). Whatever they say, every entry must give equal bits on 1 and 2
// threads, when it runs again, and in small tiles on 1 and 3 with everything dead poisoned, at the
// smallest extents, the bounds and between.
//===--------------------------------------------------------------------------------===//
#include "mlir/Parser/Parser.h"
#include "tools/dlc-check/Checker.h"
#include "tools/dlc-check/InProcess.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;

static llvm::cl::opt<std::string> input(llvm::cl::Positional, llvm::cl::desc("<file.mlir>"),
                                        llvm::cl::Required);
static llvm::cl::opt<std::string> cases("cases", llvm::cl::desc("numbers for entries (Cases.cpp)"));
static llvm::cl::opt<std::string> march("march", llvm::cl::desc("processor to compile for"),
                                        llvm::cl::init("native"));
static llvm::cl::opt<dlc::Precision>
    precision("precision", llvm::cl::desc("what products of f32 multiply"),
              llvm::cl::values(clEnumValN(dlc::Precision::f32, "f32", ""),
                               clEnumValN(dlc::Precision::bf16, "bf16", "")));

int main(int argc, char **argv) {
  llvm::cl::ParseCommandLineOptions(argc, argv, "runs programs that say what they should give\n");
  std::unique_ptr<dlc::Target> target = dlc::check::createTarget(march),
                               small = dlc::check::createTarget(march, /*small=*/true);
  if (!target || !small)
    return 1;
  std::unique_ptr<MLIRContext> context = dlc::check::createContext(*target);

  llvm::SourceMgr sources;
  SourceMgrDiagnosticHandler diagnostics(sources, context.get());
  OwningOpRef<ModuleOp> module =
      parseSourceFile<ModuleOp>(input, sources, ParserConfig(context.get()));
  if (!module)
    return 1;
  int failures = 0, programs = 0;
  for (auto program : module->getOps<dlc::ir::ProgramOp>()) {
    if (!cases.empty() && failed(dlc::check::addCases(program, cases)))
      return 1;
    failures += dlc::check::Checker(program, *target, *small, precision).run();
    ++programs;
  }
  if (!programs)
    llvm::errs() << "error: there is no dlc.program in " << input << "\n";
  if (failures)
    llvm::errs() << failures << " failures\n";
  return failures || !programs;
}
