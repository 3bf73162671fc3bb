//===- Pipeline.cpp - the compiler on one page ------------------------------------===//
// graph dialect                                                    dlc.program, dlc.entry
//   differentiate   dlc.backward becomes ordinary ops
//   simplify        what gradients and users leave behind goes; products that need no loop leave
//                   it; products get their precision; storage orders are chosen
//   fuse            entries become schedules of kernel launches
// schedule dialect                                                 step.schedule, step.kernel
//   shape           kernels become linalg; the target says how each is cut into tiles
//   plan            launches get an order that needs less memory, and every buffer its place in
//                   the state block or the arena; launches that need not wait for each other
//                   are joined
//   lower           kernels become machine-near code, schedules become functions (the target's
//                   and codegen/emit's work; it starts where this list ends)
//===--------------------------------------------------------------------------===//
#include "passes/Pipeline.h"
#include "mlir/Pass/PassManager.h"
#include "mlir/Transforms/Passes.h"
#include "passes/Passes.h"
#include "passes/Target.h"

using namespace mlir;
using namespace dlc;

static void differentiate(OpPassManager &pm, const PipelineOptions &) {
  pm.addPass(createAutodiffPass());
}

static void simplify(OpPassManager &pm, const PipelineOptions &options) {
  pm.addPass(createFoldStatePass());
  if (options.optimize) {
    pm.addPass(createSimplifyPass());
    pm.addPass(createCSEPass());
    pm.addPass(createLiftStepsPass({/*grow=*/!options.limit}));
    if (options.winograd != Winograd::off)
      pm.addPass(createWinogradPass({/*always=*/options.winograd == Winograd::always}));
    pm.addPass(createSplitWeightGradientsPass({/*always=*/options.splitAlways}));
  }
  pm.addPass(createCanonicalizerPass()); // dead code: gradients that nobody asked for
  pm.addPass(createDropBarriersPass());
  pm.addPass(createCheckIndicesPass());
  if (options.precision == Precision::bf16)
    pm.addPass(createRoundOperandsPass());
  pm.addPass(createAssignLayoutsPass({/*copies=*/options.optimize && !options.limit}));
}

static void fuse(OpPassManager &pm, const PipelineOptions &options) {
  pm.addPass(createFormKernelsPass({/*rows=*/options.optimize}));
  if (options.poisonDeadRows)
    pm.addPass(createPoisonDeadRowsPass());
}

static void shape(OpPassManager &pm, const PipelineOptions &) {
  pm.addPass(createLowerKernelsPass());
  pm.addPass(createCSEPass());
  pm.addPass(createMergeKernelsPass());
  pm.addPass(createMergeUpdatesPass());
}

static void askForTiles(OpPassManager &pm, const Target &target, const PipelineOptions &) {
  pm.addPass(createShapeKernelsPass(target));
}

static void plan(OpPassManager &pm, const PipelineOptions &options) {
  if (options.optimize)
    pm.addPass(createOrderLaunchesPass());
  if (options.limit)
    pm.addPass(
        createLimitMemoryPass({options.limit.bytes, options.limit.percent, options.limit.least}));
  pm.addPass(createPlanMemoryPass());
  if (options.checkPlan)
    pm.addPass(createCheckPlanPass());
}

static void askAndJoin(OpPassManager &pm, const Target &target, const PipelineOptions &options) {
  pm.addPass(createShapeKernelsPass(target)); // the plan may have added copies
  if (options.optimize)
    pm.addPass(createJoinLaunchesPass());
}

ArrayRef<Phase> dlc::phases() {
  static const Phase list[] = {
      {"differentiate", "gradients as ordinary ops", differentiate},
      {"simplify", "algebra, dead state, precision of products, storage layouts", simplify},
      {"fuse", "kernels and schedules", fuse},
      {"shape", "kernels as linalg, cut into tiles", shape, askForTiles},
      {"plan", "a place in memory for every buffer", plan, askAndJoin},
  };
  return list;
}
