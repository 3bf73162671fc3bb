//===- Passes.cpp - the kernel functions as passes, for tests ----------------------===//
// dlc itself lowers kernels one by one through passes/Target.h; these serve dlc-opt, where a kernel
// is a func.func marked `dlc.kernel`.
#include "codegen/cpu/Passes.h"
#include "codegen/cpu/Lower.h"
#include "mlir/IR/BuiltinOps.h"

using namespace mlir;
namespace dlc::cpu {
namespace {

struct ShapeKernelsPass : PassWrapper<ShapeKernelsPass, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ShapeKernelsPass)
  StringRef getArgument() const override { return "dlc-cpu-shape-kernels"; }
  StringRef getDescription() const override {
    return "Set dlc.tiles, dlc.cut and dlc.scratch on every kernel";
  }
  void runOnOperation() override {
    for (auto kernel : getOperation().getOps<func::FuncOp>()) {
      if (!kernel->hasAttr("dlc.kernel"))
        continue;
      auto shape = shapeKernel(kernel.getBody().front(), Facts());
      if (failed(shape))
        return signalPassFailure();
      kernel->setAttr("dlc.tiles", Builder(&getContext()).getAffineMapArrayAttr(shape->tiles));
      if (!shape->cut.empty())
        kernel->setAttr("dlc.cut", Builder(&getContext()).getDenseI64ArrayAttr(shape->cut));
      kernel->setAttr("dlc.scratch", Builder(&getContext()).getI64IntegerAttr(shape->scratchBytes));
    }
  }
};

struct LowerKernelsPass : PassWrapper<LowerKernelsPass, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(LowerKernelsPass)
  StringRef getArgument() const override { return "dlc-cpu-lower-kernels"; }
  StringRef getDescription() const override {
    return "Replace every kernel by its tiles, as vectors";
  }
  void getDependentDialects(DialectRegistry &registry) const override {
    registerDialects(registry);
  }
  void runOnOperation() override {
    for (auto kernel : llvm::make_early_inc_range(getOperation().getOps<func::FuncOp>())) {
      if (!kernel->hasAttr("dlc.kernel"))
        continue;
      OpBuilder builder(kernel);
      const std::string name = kernel.getSymName().str();
      kernel.setSymName(name + ".linalg");
      if (failed(lowerKernel(builder, kernel.getLoc(), name, kernel.getBody().front(), Facts())))
        return signalPassFailure();
      kernel.erase();
    }
  }
};
} // namespace

void registerPasses() {
  PassRegistration<ShapeKernelsPass>();
  PassRegistration<LowerKernelsPass>();
  registerPass([] { return createToLLVMPass(); });
}
} // namespace dlc::cpu
