//===- InProcess.cpp - what programs are compiled for and with, in this process ----------===//
#include "tools/dlc-check/InProcess.h"
#include "codegen/cpu/CpuTarget.h"
#include "codegen/emit/Object.h"
#include "ir/graph/Dialect.h"
#include "ir/schedule/Dialect.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "llvm/Support/TargetSelect.h"
#include "llvm/Support/raw_ostream.h"

using namespace mlir;
using namespace dlc;

std::unique_ptr<Target> dlc::check::createTarget(const std::string &march, bool small) {
  llvm::InitializeNativeTarget();
  llvm::InitializeNativeTargetAsmPrinter();
  std::string error;
  std::unique_ptr<Target> target = cpu::createCpuTarget({.march = march, .small = small}, error);
  if (!target)
    llvm::errs() << "error: no target '" << march << "': " << error << "\n";
  return target;
}

std::unique_ptr<MLIRContext> dlc::check::createContext(const Target &target) {
  DialectRegistry registry;
  registerAllDialects(registry);
  registerAllExtensions(registry);
  registry.insert<ir::DlcDialect, step::StepDialect>();
  target.registerDialects(registry);
  emit::registerTranslations(registry);
  auto context = std::make_unique<MLIRContext>(registry, MLIRContext::Threading::DISABLED);
  context->loadAllAvailableDialects();
  context->allowUnregisteredDialects();
  context->printOpOnDiagnostic(false);
  return context;
}
