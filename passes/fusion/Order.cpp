//===- Order.cpp - ops of one kernel side by side ------------------------------------===//
// A walk over what each op reads, depth first, that takes a group for one op: what any of its ops
// reads stands in front of all of them. Where a group waits for what waits for it, there is no
// order.
//===--------------------------------------------------------------------------------===//
#include "passes/fusion/Groups.h"
#include "passes/fusion/Rows.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace {
class Order {
public:
  Order(Block &block, const DenseMap<Operation *, int> &groupOf,
        ArrayRef<SmallVector<Operation *>> groups)
      : block(block), groupOf(groupOf), groups(groups) {
    Operation *last = nullptr; // what the host does keeps its order
    for (Operation &op : block.without_terminator())
      if (isEffect(&op)) {
        before[&op] = last;
        last = &op;
      }
  }

  /// False if there is no such order.
  bool find() {
    return llvm::all_of(block.without_terminator(), [&](Operation &op) { return visit(&op); });
  }

  void apply() {
    for (Operation *op : sorted)
      op->moveBefore(block.getTerminator());
  }

private:
  bool visit(Operation *op) {
    auto group = groupOf.find(op);
    SmallVector<Operation *> together{op};
    if (group != groupOf.end())
      together = groups[group->second];
    auto [it, isNew] = finished.try_emplace(together.front(), false);
    if (!isNew)
      return it->second;
    DenseSet<Operation *> own(together.begin(), together.end());
    SmallVector<Operation *> free; // movements between the group's ops
    for (Operation *member : together)
      if (!visitOperands(member, own, free))
        return false;
    for (Operation *member : together) {
      for (Operation *movement : free)
        if (!finished.lookup(movement) && llvm::all_of(movement->getOperands(), [&](Value operand) {
              return !own.contains(operand.getDefiningOp()) ||
                     finished.lookup(operand.getDefiningOp());
            })) {
          finished[movement] = true;
          sorted.push_back(movement);
        }
      finished[member] = true;
      sorted.push_back(member);
    }
    return finished[together.front()] = true;
  }

  bool visitOperands(Operation *op, const DenseSet<Operation *> &own,
                     SmallVectorImpl<Operation *> &free) {
    SmallVector<Operation *> producers;
    for (Value operand : op->getOperands())
      if (Operation *producer = operand.getDefiningOp())
        producers.push_back(producer);
    if (Operation *host = before.lookup(op))
      producers.push_back(host);
    for (Operation *producer : producers) {
      if (own.contains(producer))
        continue;
      bool movesOwn =
          isa<BroadcastOp>(producer) && own.contains(producer->getOperand(0).getDefiningOp());
      if (movesOwn) {
        if (!llvm::is_contained(free, producer))
          free.push_back(producer);
        continue;
      }
      if (!visit(producer))
        return false;
    }
    return true;
  }

  Block &block;
  const DenseMap<Operation *, int> &groupOf;
  ArrayRef<SmallVector<Operation *>> groups;
  DenseMap<Operation *, Operation *> before;
  DenseMap<Operation *, bool> finished; // false: on the way
  SmallVector<Operation *> sorted;
};
} // namespace

bool dlc::orderByGroups(Block &block, const DenseMap<Operation *, int> &groupOf,
                        ArrayRef<SmallVector<Operation *>> groups, bool apply) {
  Order order(block, groupOf, groups);
  if (!order.find())
    return false;
  if (apply)
    order.apply();
  return true;
}
