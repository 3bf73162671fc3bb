//===- ShapeKernels.cpp - ask the target for every kernel's tiles -----------------===//
//
// After kernels are linalg on memrefs and equal ones are merged, so that each distinct kernel
// is asked for once; before memory is planned, since scratch is memory. Kernels that have their
// tiles keep them, so the pass may run again for those that planning adds.
//
//   step.kernel @k3 inputs 2 outputs 1 { ... }
//   step.kernel @k3 inputs 2 outputs 1 tiles [affine_map<(d0) -> (d0 ceildiv 8)>] scratch 0 { ... }
//
// It is no entry of Passes.td: a pass is made for one target, and only a driver has one.
//
//===--------------------------------------------------------------------------------===//
#include "passes/Target.h"

using namespace mlir;

std::string dlc::kernelSymbol(step::KernelOp kernel) {
  auto program = SymbolTable::getSymbolName(kernel->getParentOp());
  return kernelSymbol(program ? program.getValue() : StringRef(), kernel.getSymName());
}

std::string dlc::kernelSymbol(StringRef program, StringRef kernel) {
  return ("dlc_" + program + "_" + kernel).str();
}

namespace {
struct ShapeKernels : PassWrapper<ShapeKernels, OperationPass<ModuleOp>> {
  MLIR_DEFINE_EXPLICIT_INTERNAL_INLINE_TYPE_ID(ShapeKernels)
  explicit ShapeKernels(const dlc::Target &target) : target(target) {}
  StringRef getArgument() const override { return "dlc-shape-kernels"; }
  StringRef getDescription() const override {
    return "Ask the target for every kernel's tiles and scratch";
  }
  void getDependentDialects(DialectRegistry &registry) const override {
    target.registerDialects(registry);
  }

  void runOnOperation() override {
    WalkResult result = getOperation().walk([&](dlc::step::KernelOp kernel) {
      if (kernel.getTiles() && kernel.getScratch())
        return WalkResult::skip();
      if (failed(target.targetOf(kernel).shape(kernel)))
        return WalkResult::interrupt();
      if (!kernel.getTiles() || !kernel.getScratch()) {
        // untested: a bug of a target; ours all set both
        kernel.emitOpError("was given no tiles or no scratch by target ") << target.name();
        return WalkResult::interrupt();
      }
      return WalkResult::skip();
    });
    if (result.wasInterrupted())
      signalPassFailure();
  }

  const dlc::Target &target;
};
} // namespace

std::unique_ptr<Pass> dlc::createShapeKernelsPass(const Target &target) {
  return std::make_unique<ShapeKernels>(target);
}
