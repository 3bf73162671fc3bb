//===- dlc-opt.cpp - every pass of dlc and of MLIR, by name -----------------------===//
#include "codegen/cpu/CpuTarget.h"
#include "codegen/cpu/Passes.h"
#include "codegen/emit/Object.h"
#include "ir/graph/Dialect.h"
#include "ir/schedule/Dialect.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"
#include "passes/Passes.h"
#include "passes/Target.h"

/// Passes that are made for a target; here, for the processor at hand.
static void registerTargetPasses(const dlc::Target &target) {
  mlir::registerPass([&] { return dlc::createShapeKernelsPass(target); });
  mlir::registerPass([&] { return dlc::emit::createLowerProgramPass(target); });
}

int main(int argc, char **argv) {
  mlir::registerAllPasses();
  dlc::registerDlcPasses();
  dlc::cpu::registerPasses();
  std::string error;
  std::unique_ptr<dlc::Target> target = dlc::cpu::createCpuTarget({}, error);
  if (!target) {
    llvm::errs() << "dlc-opt: " << error << "\n";
    return 1;
  }
  registerTargetPasses(*target);

  mlir::DialectRegistry registry;
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  registry.insert<dlc::ir::DlcDialect, dlc::step::StepDialect>();
  return mlir::asMainReturnCode(mlir::MlirOptMain(
      argc, argv, "dlc-opt: the passes of dlc and of MLIR, one by one\n", registry));
}
