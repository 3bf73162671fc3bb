//===- dlc-check.cpp - numeric tests that are written as programs ---------------------------===//
// Compiles each program of a file in process, runs its entries and compares with what the check.*
// attributes say (Wishes.cpp). Whatever they say, every entry must give equal bits on 1 and 2
// threads, when it runs again, and in small tiles on 1 and 3 with everything dead poisoned, at the
// smallest extents, the bounds and between.
//===--------------------------------------------------------------------------------===//
#include "codegen/cpu/CpuTarget.h"
#include "codegen/emit/Object.h"
#include "ir/schedule/Dialect.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/Parser/Parser.h"
#include "tools/dlc-check/Checker.h"
#include "llvm/Support/CommandLine.h"
#include "llvm/Support/SourceMgr.h"
#include "llvm/Support/TargetSelect.h"
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
  llvm::InitializeNativeTarget();
  llvm::InitializeNativeTargetAsmPrinter();

  std::string error;
  std::unique_ptr<dlc::Target> target = dlc::cpu::createCpuTarget({march, 3}, error),
                               small =
                                   dlc::cpu::createCpuTarget({march, 3, "", /*small=*/true}, error);
  if (!target || !small) {
    llvm::errs() << "error: no target '" << march << "': " << error << "\n";
    return 1;
  }
  DialectRegistry registry;
  registerAllDialects(registry);
  registerAllExtensions(registry);
  registry.insert<dlc::ir::DlcDialect, dlc::step::StepDialect>();
  target->registerDialects(registry);
  dlc::emit::registerTranslations(registry);
  MLIRContext context(registry, MLIRContext::Threading::DISABLED);
  context.loadAllAvailableDialects();
  context.allowUnregisteredDialects(); // of the attributes check.*
  context.printOpOnDiagnostic(false);

  llvm::SourceMgr sources;
  SourceMgrDiagnosticHandler diagnostics(sources, &context);
  OwningOpRef<ModuleOp> module = parseSourceFile<ModuleOp>(input, sources, ParserConfig(&context));
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
