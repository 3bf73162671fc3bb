//===- Updates.cpp - kernels that make nothing but new state -------------------------===//
// Connected updates of one shape share a kernel; kernels follow their operands. In a loop all that
// leads to the next carries is such: there what a product's kernel can go on with stays with it,
// unless it is a carry, which would be written while others are still read.
//===--------------------------------------------------------------------------------===//
#include "passes/fusion/Buffers.h"
#include "passes/fusion/Groups.h"
#include "llvm/ADT/EquivalenceClasses.h"
#include "llvm/ADT/MapVector.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace {
using Classes = llvm::EquivalenceClasses<Operation *>;

/// Calls `found` for each update in a kernel that `op` reads, through movements.
void visitMakers(Operation *op, const DenseSet<Operation *> &updates,
                 llvm::function_ref<void(Operation *)> found) {
  for (Value operand : op->getOperands())
    if (Operation *maker = operand.getDefiningOp()) {
      if (!isFree(maker) && updates.contains(maker))
        found(maker);
      else if (isFree(maker))
        visitMakers(maker, updates, found);
    }
}

/// The classes, each behind those it reads; nothing if there is no such order.
SmallVector<SmallVector<Operation *>> sortClasses(const Classes &classes,
                                                  ArrayRef<Operation *> ordered,
                                                  const DenseSet<Operation *> &updates) {
  llvm::MapVector<Operation *, SmallVector<Operation *>> members;
  for (Operation *op : ordered)
    members[classes.getLeaderValue(op)].push_back(op);
  SmallVector<SmallVector<Operation *>> sorted;
  DenseMap<Operation *, bool> finished;
  bool cyclic = false;
  std::function<void(Operation *)> visit = [&](Operation *leader) {
    auto [it, isNew] = finished.try_emplace(leader, false);
    if (!isNew) {
      cyclic |= !it->second;
      return;
    }
    for (Operation *op : members.lookup(leader))
      visitMakers(op, updates, [&](Operation *maker) {
        if (classes.getLeaderValue(maker) != leader)
          visit(classes.getLeaderValue(maker));
      });
    finished[leader] = true;
    sorted.push_back(members.lookup(leader));
  };
  for (auto &[leader, ops] : members)
    visit(leader);
  return cyclic ? SmallVector<SmallVector<Operation *>>() : sorted;
}
} // namespace

/// Takes `op` and what it reads out of the updates.
static void leave(Operation *op, DenseSet<Operation *> &updates) {
  if (!updates.erase(op))
    return;
  for (Value operand : op->getOperands())
    if (Operation *maker = operand.getDefiningOp())
      leave(maker, updates);
}

void dlc::leaveEpilogues(Block &block, DenseSet<Operation *> &updates) {
  DenseSet<Operation *> epilogues;
  for (Operation &op : block.without_terminator()) {
    bool follows = llvm::any_of(op.getOperands(), [&](Value operand) {
      Operation *maker = operand.getDefiningOp();
      return maker && (isa<ContractOp, ConvOp>(maker) || epilogues.contains(maker)) &&
             typeOf(operand).getShape() == typeOf(op.getResult(0)).getShape();
    });
    bool isCarry = llvm::is_contained(op.getUsers(), block.getTerminator());
    if (!updates.contains(&op) || !isa<ScalarBody>(op) || isa<CopyOp>(op) || !follows || isCarry)
      continue;
    epilogues.insert(&op);
    leave(&op, updates);
  }
}

SmallVector<SmallVector<Operation *>> dlc::sortUpdates(Block &block,
                                                       const DenseSet<Operation *> &updates) {
  Classes classes;
  SmallVector<Operation *> ordered;
  for (Operation &op : block.without_terminator()) {
    if (!updates.contains(&op) || isFree(&op))
      continue;
    ordered.push_back(&op);
    classes.insert(&op);
    for (Value operand : op.getOperands())
      if (Operation *maker = operand.getDefiningOp())
        if (updates.contains(maker) && !isFree(maker) &&
            typeOf(operand).getShape() == typeOf(op.getResult(0)).getShape())
          classes.unionSets(maker, &op);
  }
  SmallVector<SmallVector<Operation *>> sorted = sortClasses(classes, ordered, updates);
  if (sorted.empty()) // a class reads, through another, what it makes itself: one op a kernel
    for (Operation *op : ordered)
      sorted.push_back({op});
  return sorted;
}
