//===- Reuse.cpp - whose place in memory a value may take ------------------------------===//
// Homes.cpp asks while it settles a schedule: the answers hold for what has its place already.
//===--------------------------------------------------------------------------===//
#include "passes/plan/Reuse.h"

using namespace mlir;
using namespace dlc;

SmallVector<Operation *> Reuse::readersOf(Value value) const {
  SmallVector<Operation *> readers;
  for (Operation *user : value.getUsers())
    if (auto view = dyn_cast<step::ViewOp>(user))
      llvm::append_range(readers, readersOf(view.getY()));
    else if (!user->hasTrait<OpTrait::IsTerminator>())
      readers.push_back(user);
  return readers;
}

bool Reuse::isInPlace(OpResult result) const {
  auto launch = dyn_cast<step::LaunchOp>(result.getOwner());
  return launch && result.getResultNumber() == 0 &&
         symbols.lookup<step::KernelOp>(launch.getKernel()).restOperand();
}

bool Reuse::mayOverwrite(step::LaunchOp launch, int64_t result, Value value) const {
  auto kernel = symbols.lookup<step::KernelOp>(launch.getKernel());
  for (auto [i, operand] : llvm::enumerate(launch.getOperands()))
    if (stripViews(operand) == stripViews(value) && !kernel.mayOverwrite(result, int64_t(i)))
      return false;
  return true;
}

bool Reuse::isReusable(Value value, Operation *op) const {
  Home home = homes.of.lookup(value);
  Value base = stripViews(value);
  bool own = base.getParentBlock() == op->getBlock() &&
             (isa<OpResult>(base) || isa<step::ScheduleOp>(op->getParentOp()));
  if (!own || home.space != Home::arena || !home.moves.empty())
    return false;
  for (Value other : homes.inBuffer[home.buffer])
    for (Operation *user : other.getUsers())
      if (homes.end.lookup(user) > homes.end.lookup(op))
        return false;
  return true;
}

bool Reuse::isReusableCarry(Value init, step::LoopOp loop) const {
  if (!isa<OpResult>(init) || !isReusable(init, loop))
    return false;
  unsigned uses = 0;
  for (Value operand : loop->getOperands())
    uses += homes.of.lookup(operand).buffer == homes.of.lookup(init).buffer;
  return uses == 1;
}
