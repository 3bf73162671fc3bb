//===- LowerProgram.cpp - phase `lower`: kernels by the target, schedules by us ----------===//
//
//   dlc.program @mlp { step.kernel @k0 { linalg } step.schedule @step { step.launch @k0 } }
// becomes
//   dlc.program @mlp { step.kernel @k0 { } step.schedule @step { step.launch @k0 } }
//   module @mlp.schedules { llvm.func @dlc_mlp_entry_step(...) }
//   module @mlp.k0 { llvm.func @dlc_mlp_k0(...) }
//
// The program keeps what the manifest is made of. Kernels stay modules of their own, since the
// linker of LLVM, not we, knows how to bring their declarations and constants together.
//
//===--------------------------------------------------------------------------------------===//
#include "codegen/emit/LowerSchedule.h"
#include "codegen/emit/Object.h"
#include "codegen/emit/Program.h"
#include "ir/schedule/Cost.h"
#include "mlir/Conversion/ArithToLLVM/ArithToLLVM.h"
#include "mlir/Conversion/ReconcileUnrealizedCasts/ReconcileUnrealizedCasts.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/Threading.h"
#include "mlir/Pass/PassManager.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

/// The module of one kernel; null after an error.
static OwningOpRef<ModuleOp> lowerKernel(step::KernelOp kernel, const Target &target) {
  FailureOr<OwningOpRef<ModuleOp>> module = target.targetOf(kernel).lower(kernel);
  if (failed(module))
    return nullptr;
  if (!(*module)->lookupSymbol(kernelSymbol(kernel))) {
    // untested: a bug of a target; ours all make the symbol
    kernel.emitOpError("was lowered by target ")
        << target.name() << " to a module without the symbol '" << kernelSymbol(kernel) << "'";
    return nullptr;
  }
  return std::move(*module);
}

/// Leaves the signature, which launches are checked against, and the figures.
static void emptyKernel(step::KernelOp kernel) {
  Block &block = kernel.getBody().front();
  block.getTerminator()->setOperands({});
  while (&block.front() != block.getTerminator())
    block.getTerminator()->getPrevNode()->erase();
}

static OwningOpRef<ModuleOp> lowerSchedules(ir::ProgramOp program, const Target &target) {
  OwningOpRef<ModuleOp> module = ModuleOp::create(program.getLoc());
  for (step::ScheduleOp schedule : schedulesOf(program))
    if (failed(lowerSchedule(schedule, target, *module)))
      return nullptr;
  PassManager pm(program.getContext());
  pm.addPass(createArithToLLVMConversionPass());
  pm.addPass(createReconcileUnrealizedCastsPass());
  return succeeded(pm.run(*module)) ? std::move(module) : nullptr;
}

static LogicalResult lowerProgram(ir::ProgramOp program, const Target &target) {
  SmallVector<step::KernelOp> kernels(program.getBody().getOps<step::KernelOp>());
  for (step::KernelOp kernel : kernels)
    step::recordCost(kernel);
  std::vector<OwningOpRef<ModuleOp>> modules(kernels.size());
  LogicalResult lowered =
      failableParallelForEachN(program.getContext(), 0, kernels.size(), [&](size_t i) {
        modules[i] = lowerKernel(kernels[i], target);
        return success(bool(modules[i]));
      });
  OwningOpRef<ModuleOp> schedules = lowerSchedules(program, target);
  if (failed(lowered) || !schedules)
    return failure();

  OpBuilder b(program->getContext());
  b.setInsertionPointAfter(program);
  auto add = [&](OwningOpRef<ModuleOp> module, StringRef name) {
    module->setSymName((program.getSymName() + "." + name).str());
    b.insert(module.release());
  };
  add(std::move(schedules), schedulesName);
  for (auto [kernel, module] : llvm::zip(kernels, modules)) {
    add(std::move(module), kernel.getSymName());
    emptyKernel(kernel);
  }
  return success();
}

namespace {
struct LowerProgram : PassWrapper<LowerProgram, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(LowerProgram)
  explicit LowerProgram(const Target &target) : target(target) {}
  StringRef getArgument() const override { return "dlc-lower-program"; }
  StringRef getDescription() const override {
    return "Lower kernels through the target and schedules to calls of the runtime";
  }
  void getDependentDialects(DialectRegistry &registry) const override {
    registry.insert<LLVM::LLVMDialect, arith::ArithDialect>();
    arith::registerConvertArithToLLVMInterface(registry);
    target.registerDialects(registry);
  }
  void runOnOperation() override {
    for (auto program : llvm::to_vector(getOperation().getOps<ir::ProgramOp>()))
      if (failed(lowerProgram(program, target)))
        return signalPassFailure();
  }
  const Target &target;
};
} // namespace

std::unique_ptr<Pass> dlc::emit::createLowerProgramPass(const Target &target) {
  return std::make_unique<LowerProgram>(target);
}
