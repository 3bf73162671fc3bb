//===- Residuals.cpp - what a loop keeps for its gradient -------------------------===//
#include "passes/autodiff/Residuals.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

/// Computed again sooner than kept.
static bool isCheap(Operation *op) {
  return isa<ScalarBody, Movement, Creation, ConstantOp, SettingValueOp, DetachOp>(op);
}

bool Residuals::varies(Value v) const {
  auto argument = dyn_cast<BlockArgument>(v);
  return !argument || (!llvm::is_contained(consts, v) && v != index);
}

bool Residuals::isInput(Value v) const {
  return llvm::is_contained(xs, v) || llvm::is_contained(carries, v) ||
         llvm::any_of(inputs, [&](const Input &input) { return input.placeholder == v; }) ||
         (forward.contains(v.getDefiningOp()) && !isRecomputed(v.getDefiningOp()));
}

bool Residuals::isRecomputed(Operation *op) const {
  return recompute || (isCheap(op) && !stackedInstead.contains(op));
}

bool Residuals::isResidual(Value v) const {
  Operation *op = v.getDefiningOp();
  return op ? forward.contains(op) && !isRecomputed(op) : llvm::is_contained(carries, v);
}

void Residuals::findNeeds() {
  used.clear();
  kept.clear();
  residuals.clear();
  SmallVector<Value> pending(given);
  pending.append(stackedOut.begin(), stackedOut.end());
  while (!pending.empty()) {
    Value v = pending.pop_back_val();
    if (!used.insert(v).second)
      continue;
    Operation *op = v.getDefiningOp();
    if (isResidual(v)) {
      residuals.insert(v);
    } else if (op) {
      kept.insert(op);
      llvm::append_range(pending, op->getOperands());
    }
  }
  for (Value v : wantedOutside)
    if (isResidual(v))
      residuals.insert(v);
}

bool Residuals::isFixed(Value v) {
  if (llvm::is_contained(consts, v))
    return true;
  if (auto known = isSame.find(v); known != isSame.end())
    return known->second;
  Operation *op = v.getDefiningOp();
  const bool same =
      op && forward.contains(op) &&
      llvm::all_of(op->getOperands(), [&](Value operand) { return isFixed(operand); });
  return isSame[v] = same;
}

static int64_t bitsOf(Value v) {
  return typeOf(v).getNumElements() * typeOf(v).getElementTypeBitWidth();
}

bool Residuals::collectReaders(Value v, llvm::SetVector<Operation *> &readers) const {
  return llvm::all_of(v.getUsers(), [&](Operation *user) {
    if (!kept.contains(user))
      return true; // not part of the adjoint
    if (isa<Movement>(user))
      return forward.contains(user) && isWantedInside(user->getResult(0)) &&
             collectReaders(user->getResult(0), readers);
    readers.insert(user);
    return forward.contains(user) && isa<ScalarBody>(user) && user->getNumResults() == 1;
  });
}

bool Residuals::isWantedInside(Value v) const {
  return !wantedOutside.contains(v) && !stackedOut.contains(v) && !llvm::is_contained(given, v);
}

bool Residuals::isFreedBy(const llvm::SetVector<Operation *> &readers, Value v) const {
  llvm::SetVector<Operation *> others;
  return residuals.contains(v) && isWantedInside(v) && collectReaders(v, others) &&
         llvm::all_of(others, [&](Operation *op) { return readers.contains(op); });
}

Value Residuals::behindMovements(Value v) const {
  while (v.getDefiningOp() && isa<Movement>(v.getDefiningOp()) && !residuals.contains(v))
    v = v.getDefiningOp()->getOperand(0);
  return v;
}

SmallVector<Operation *> Residuals::betterKept() {
  if (recompute)
    return {};
  for (Value residual : residuals) {
    llvm::SetVector<Operation *> readers;
    if (!isWantedInside(residual) || !collectReaders(residual, readers) || readers.empty())
      continue;
    bool ready = true;
    int64_t freed = 0, added = 0;
    llvm::SmallSetVector<Value, 4> operands;
    for (Operation *op : readers) {
      added += bitsOf(op->getResult(0));
      for (Value operand : op->getOperands())
        operands.insert(behindMovements(operand));
    }
    for (Value v : operands) {
      if (isFreedBy(readers, v))
        freed += bitsOf(v);
      else
        ready &= residuals.contains(v) || llvm::is_contained(xs, v) || isFixed(v);
    }
    if (ready && freed >= added)
      return readers.takeVector();
  }
  return {};
}

void Residuals::choose() {
  findNeeds();
  for (SmallVector<Operation *> ops = betterKept(); !ops.empty(); ops = betterKept()) {
    for (Operation *op : ops) {
      stackedInstead.insert(op);
      if (stackedOut.remove(op->getResult(0)))
        wantedOutside.insert(op->getResult(0));
    }
    findNeeds();
  }
}
