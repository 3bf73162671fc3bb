//===- Sinks.cpp - elementwise ops that are computed where they are read ------------===//
#include "passes/fusion/Sinks.h"
#include "passes/fusion/Buffers.h"
#include "passes/fusion/Groups.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

bool dlc::isLookedUp(OpOperand &use) {
  return isa<Lookup>(use.getOwner()) && use.getOperandNumber() == 0;
}

/// A reduction or an overlay that reads each element of this operand once.
static bool readsOnce(OpOperand &use) {
  Operation *op = use.getOwner();
  if (auto overlay = dyn_cast<Overlay>(op))
    return use.getOperandNumber() + 1 < op->getNumOperands() &&
           overlay.loops().operandMaps[use.getOperandNumber()].isPermutation();
  auto structured = dyn_cast<Structured>(op);
  if (!structured || op->getNumOperands() != 1)
    return false;
  // Symbols do not matter: a map that uses them is no permutation.
  AffineMap map = structured.loops().operandMaps[0];
  return AffineMap::get(map.getNumDims(), 0, map.getResults(), map.getContext()).isPermutation();
}

namespace {
class SinkFinder {
public:
  SinkFinder(Block &block, const SinkRules &rules) : block(block), rules(rules) {}

  DenseMap<Operation *, Operation *> run() {
    findWaits();
    for (Operation &op : llvm::reverse(block)) {
      if (!isElementwise(&op) || op.use_empty() || rules.isElsewhere(&op))
        continue;
      Operation *sink = nullptr;
      for (OpOperand &use : op.getUses()) {
        Operation *target = sinkBehind(use);
        if (!target || (sink && sink != target)) {
          sink = nullptr;
          break;
        }
        sink = target;
      }
      if (!sink && rules.later)
        sink = laterReader(&op);
      if (sink)
        sinks[&op] = sink;
    }
    return std::move(sinks);
  }

private:
  /// For each op the number of the last launch that it waits for, of those that something other
  /// than arithmetic on elements begins.
  void findWaits() {
    int number = 0;
    for (Operation &op : block.without_terminator()) {
      int wait = -1;
      for (Value operand : op.getOperands())
        if (Operation *producer = operand.getDefiningOp())
          wait = std::max(wait, waits.lookup_or(producer, -1));
      waits[&op] = isElementwise(&op) || isFree(&op) ? wait : number++;
    }
  }

  /// The elementwise op behind which all of a value's readers are that wait for one launch more
  /// than the value does, if this is made from one other: that is read then, rather than the value.
  Operation *laterReader(Operation *op) const {
    if (isa<Lookup>(op) || op->getNumResults() != 1 || rules.updates.contains(op))
      return nullptr;
    RankedTensorType type = typeOf(op->getResult(0));
    Value whole;
    for (Value operand : op->getOperands()) {
      if (isa_and_nonnull<Movement, Creation>(operand.getDefiningOp()))
        continue;
      if (whole && whole != operand)
        return nullptr;
      whole = operand;
    }
    // A narrower value is less to read.
    if (!whole || typeOf(whole).getElementTypeBitWidth() > type.getElementTypeBitWidth())
      return nullptr;
    Operation *reader = nullptr;
    for (OpOperand &use : op->getUses()) {
      Operation *user = use.getOwner();
      if (!isElementwise(user) || isLookedUp(use) || rules.isElsewhere(user) ||
          rules.updates.contains(user) || typeOf(user->getResult(0)).getShape() != type.getShape())
        return nullptr;
      Operation *target = sinks.lookup(user);
      if (!target)
        target = user;
      if (!isElementwise(target) || waits.lookup(target) <= waits.lookup(op) ||
          (reader && waits.lookup(reader) != waits.lookup(target)))
        return nullptr;
      reader = target;
    }
    return reader;
  }

  /// The op that a value is computed in for this use, or null if it needs a buffer.
  Operation *sinkBehind(OpOperand &use) const {
    Operation *user = use.getOwner();
    if (isLookedUp(use) || rules.jointPlaces.contains(user))
      return nullptr;
    if (readsOnce(use))
      return user;
    if (isElementwise(user)) {
      Operation *sink = sinks.lookup(user);
      return sink || !isa<Lookup>(user) ? sink : user; // indices are computed at the lookup
    }
    if (!isa<Movement>(user) || isAlias(user) || !user->hasOneUse())
      return nullptr;
    OpOperand &next = *user->getUses().begin();
    // Repeating a value is repeating its arithmetic: cheap for indices only.
    if (isa<BroadcastOp, WindowsOp>(user))
      return isa<Lookup>(next.getOwner()) ? sinkBehind(next) : nullptr;
    Operation *target = sinkBehind(next);
    if (target || isLookedUp(next) || !isElementwise(next.getOwner()))
      return target;
    return next.getOwner();
  }

  Block &block;
  const SinkRules &rules;
  DenseMap<Operation *, Operation *> sinks;
  DenseMap<Operation *, int> waits;
};
} // namespace

DenseMap<Operation *, Operation *> dlc::findSinks(Block &block, const SinkRules &rules) {
  return SinkFinder(block, rules).run();
}
