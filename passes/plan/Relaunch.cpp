//===- Relaunch.cpp - launching something a second time ------------------------------===//
#include "passes/plan/Relaunch.h"

using namespace mlir;
using namespace dlc;

SmallVector<OpOperand *> dlc::readingsOf(Value value) {
  SmallVector<OpOperand *> readings;
  for (OpOperand &use : value.getUses())
    if (auto view = dyn_cast<step::ViewOp>(use.getOwner()))
      llvm::append_range(readings, readingsOf(view.getY()));
    else
      readings.push_back(&use);
  return readings;
}

/// `value`, a result of a first launch or a view of one, as the second makes it.
Value Relaunch::again(Value value) {
  if (Value known = results.lookup(value))
    return known;
  auto view = value.getDefiningOp<step::ViewOp>();
  if (!view)
    return value;
  Value base = again(view.getX());
  if (base == view.getX())
    return value;
  auto clone = step::ViewOp::create(b, view.getLoc(), view.getY().getType(), base);
  made.push_back(clone);
  results[value] = clone.getY();
  return clone.getY();
}

Relaunch::Relaunch(ArrayRef<Operation *> ops, Operation *place) : b(place) {
  SmallVector<OpOperand *> later;
  for (Operation *op : ops)
    for (Value result : op->getResults())
      for (OpOperand *use : readingsOf(result))
        if (use->getOwner() == place || place->isBeforeInBlock(use->getOwner()))
          if (!use->getOwner()->hasTrait<OpTrait::IsTerminator>())
            later.push_back(use);
  for (Operation *op : ops) {
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      operands.push_back(again(operand));
    Operation *clone = b.clone(*op);
    clone->setOperands(operands);
    if (isa<step::LaunchOp>(op))
      clone->setAttr("again", b.getUnitAttr());
    made.push_back(clone);
    for (auto [first, second] : llvm::zip(op->getResults(), clone->getResults()))
      results[first] = second;
  }
  for (OpOperand *use : later) {
    redirected.push_back({use, use->get()});
    use->set(again(use->get()));
  }
}

void Relaunch::undo() {
  for (Reading &reading : llvm::reverse(redirected))
    reading.operand->set(reading.before);
  for (Operation *op : llvm::reverse(made))
    op->erase();
}
