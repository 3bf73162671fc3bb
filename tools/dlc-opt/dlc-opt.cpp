//===- dlc-opt.cpp - every pass of dlc and of MLIR, by name -----------------------===//
#include "ir/graph/Dialect.h"
#include "ir/schedule/Dialect.h"
#include "passes/Passes.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"

int main(int argc, char **argv) {
  mlir::registerAllPasses();
  dlc::registerDlcPasses();

  mlir::DialectRegistry registry;
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  registry.insert<dlc::ir::DlcDialect, dlc::step::StepDialect>();
  return mlir::asMainReturnCode(
      mlir::MlirOptMain(argc, argv, "dlc-opt: the passes of dlc and of MLIR, one by one\n", registry));
}
