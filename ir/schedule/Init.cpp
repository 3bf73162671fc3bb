//===- Init.cpp - what runs once in the life of a model ----------------------------------===//
#include "ir/schedule/Init.h"

using namespace mlir;

bool dlc::step::runsOnce(KernelOp kernel) {
  bool once = false;
  WalkResult others = kernel->getParentOp()->walk([&](LaunchOp launch) {
    if (launch.getKernel() != kernel.getSymName())
      return WalkResult::advance();
    once = launch->getParentOfType<ScheduleOp>().getSymName() == initName;
    return once ? WalkResult::advance() : WalkResult::interrupt();
  });
  return once && !others.wasInterrupted();
}
