//===- Passes.td - every pass, in pipeline order ---------------*- tablegen -*-===//
include "mlir/Pass/PassBase.td"

def AutodiffPass : Pass<"dlc-autodiff"> {
  let summary = "Replace dlc.backward by the ops that compute the gradient";
  let dependentDialects = ["::dlc::ir::DlcDialect"];
}
def FoldStatePass : Pass<"dlc-fold-state"> {
  let summary = "Remove state that no entry reads, and arguments that an entry neither reads nor writes";
}
def SimplifyPass : Pass<"dlc-simplify"> {
  let summary = "Algebraic identities, constant folding, movements that cancel";
  let dependentDialects = ["::dlc::ir::DlcDialect"];
}
def LiftStepsPass : Pass<"dlc-lift-steps"> {
  let summary = "Products of a loop's body that do not wait for the step before, for all steps at once";
  let options = [Option<"grow", "grow", "bool", "true", "Also where it takes more memory">];
  let dependentDialects = ["::dlc::ir::DlcDialect"];
}
def WinogradPass : Pass<"dlc-winograd"> {
  let summary = "3x3 convolutions in fewer products, where that is faster";
  let options = [Option<"always", "always", "bool", "false", "wherever it can be done">];
  let dependentDialects = ["::dlc::ir::DlcDialect"];
}
def SplitWeightGradientsPass : Pass<"dlc-split-weight-gradients"> {
  let summary = "Weight gradients of convolutions with few results: sums of each image, then of these";
  let options = [Option<"always", "always", "bool", "false", "However little work they are (a test mode)">];
  let dependentDialects = ["::dlc::ir::DlcDialect"];
}
def DropBarriersPass : Pass<"dlc-drop-barriers"> {
  let summary = "Erase the barriers that keep what is computed again apart";
}
def CheckIndicesPass : Pass<"dlc-check-indices"> {
  let summary = "Drop checks of indices that are in range, and reduce the others to one number each";
  let dependentDialects = ["::dlc::ir::DlcDialect"];
}
def RoundOperandsPass : Pass<"dlc-round-operands"> {
  let summary = "Let products of f32 round their operands to bf16";
}
def AssignLayoutsPass : Pass<"dlc-assign-layouts"> {
  let summary = "Choose the storage order of every tensor; copy where readers disagree";
  let options = [Option<"copies", "copies", "bool", "true",
                        "Turn in front of a loop what its products read across the lanes">];
  let dependentDialects = ["::dlc::ir::DlcDialect"];
}
def FormKernelsPass : Pass<"dlc-form-kernels"> {
  let summary = "Turn each entry into a schedule of kernel launches";
  let options = [Option<"rows", "rows", "bool", "true",
                        "Reductions over the same rows share a kernel with what stands between them">];
  let dependentDialects = ["::dlc::step::StepDialect", "::dlc::ir::DlcDialect"];
}
def PoisonDeadRowsPass : Pass<"dlc-poison-dead-rows"> {
  let summary = "Before every launch, overwrite the dead elements of its inputs (a test mode)";
  let dependentDialects = ["::dlc::step::StepDialect", "::dlc::ir::DlcDialect"];
}
def LowerKernelsPass : Pass<"dlc-lower-kernels"> {
  let summary = "Lower the graph ops of each kernel to linalg on memrefs";
  let dependentDialects = ["::dlc::step::StepDialect", "::mlir::arith::ArithDialect",
                           "::mlir::linalg::LinalgDialect", "::mlir::math::MathDialect",
                           "::mlir::memref::MemRefDialect"];
}
def MergeKernelsPass : Pass<"dlc-merge-kernels"> {
  let summary = "Keep one of equal kernels";
}
def MergeUpdatesPass : Pass<"dlc-merge-updates"> {
  let summary = "One launch for the same update of many parameters";
  let dependentDialects = ["::dlc::step::StepDialect", "::mlir::linalg::LinalgDialect"];
}
def OrderLaunchesPass : Pass<"dlc-order-launches"> {
  let summary = "Launches in an order that needs less memory";
}
def LimitMemoryPass : Pass<"dlc-limit-memory"> {
  let summary = "Launch again what does not fit into a limit";
  let options = [
    Option<"bytes", "bytes", "uint64_t", /*default=*/"0", "state, arena and the scratch of a thread">,
    Option<"percent", "percent", "unsigned", /*default=*/"100", "of the activations and workspaces">,
    Option<"least", "least", "bool", /*default=*/"false", "as little as there is">];
}
def PlanMemoryPass : Pass<"dlc-plan-memory"> {
  let summary = "Give every buffer a place in the state block or in one arena";
  let dependentDialects = ["::dlc::step::StepDialect", "::mlir::memref::MemRefDialect"];
}
def CheckPlanPass : Pass<"dlc-check-plan"> {
  let summary = "Fail if a launch of a planned schedule reads what another wrote over (a test mode)";
}
def JoinLaunchesPass : Pass<"dlc-join-launches"> {
  let summary = "Let every thread run its rows in launch after launch, without waiting for the others";
}
