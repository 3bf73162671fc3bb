//===- MergeKernels.cpp - keep one of equal kernels ---------------------------------===//
// Kernels are compared by their printed bodies, without names and locations. Launches of the
// others are redirected; a launch keeps its own location for profiles.
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/schedule/Dialect.h"
#include "mlir/IR/AsmState.h"
#include "passes/Passes.h"
#include "llvm/ADT/StringMap.h"

using namespace mlir;
using namespace dlc;

namespace dlc {
#define GEN_PASS_DEF_MERGEKERNELSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

/// The kernel without its name, as text.
static std::string contentOf(step::KernelOp kernel) {
  std::string text;
  llvm::raw_string_ostream out(text);
  out << kernel.getNumInputs() << ' ' << kernel->getAttr("overwrites") << ' '
      << kernel->hasAttr("in_place");
  OpPrintingFlags flags;
  flags.printGenericOpForm().useLocalScope().skipRegions(false);
  Block &body = kernel.getBody().front();
  for (BlockArgument argument : body.getArguments())
    out << argument.getType() << ',';
  AsmState state(kernel, flags);
  for (Operation &op : body)
    op.print(out, state);
  return text;
}

namespace {
struct MergeKernelsPass : dlc::impl::MergeKernelsPassBase<MergeKernelsPass> {
  void runOnOperation() override {
    getOperation()->walk([&](ir::ProgramOp program) {
      llvm::StringMap<StringAttr> first;
      llvm::DenseMap<StringAttr, StringAttr> merged;
      for (auto kernel : llvm::make_early_inc_range(program.getBody().getOps<step::KernelOp>())) {
        StringAttr &kept = first[contentOf(kernel)];
        if (!kept) {
          kept = kernel.getSymNameAttr();
          continue;
        }
        merged[kernel.getSymNameAttr()] = kept;
        kernel.erase();
      }
      program.walk([&](step::LaunchOp launch) {
        if (StringAttr kept = merged.lookup(launch.getKernelAttr().getAttr()))
          launch.setKernelAttr(FlatSymbolRefAttr::get(kept));
      });
    });
  }
};
} // namespace
