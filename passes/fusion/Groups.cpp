//===- Groups.cpp - which ops share a kernel ------------------------------------===//
// The rules, in the order they are tried on each op, first to last in the program:
//   - a movement, creation, setting or constant costs nothing: no kernel of its own;
//   - an elementwise op that feeds one reduction or place only, or one elementwise op through
//     a movement, is computed where it is read;
//   - an elementwise op of one operand whose readers wait for another launch is computed there;
//   - reductions over the same rows share a kernel with what stands between them (Rows.h);
//   - what makes nothing but new state (the optimiser) is kept apart from the rest and
//     launched last, so that every kernel sees the old state and writes go in place; in a loop a
//     product's epilogue is no part of it, and it joins a kernel behind which nobody reads the old;
//   - a carry that a loop keeps is copied by the kernel that makes the next, and what could begin a
//     kernel in a loop joins one that reads the same;
//   - an elementwise op joins the latest kernel that makes one of its operands, if that has
//     the same shape and every operand out of it is read at the same index. A lookup counts as
//     one; what it looks up is read at another index, its indices are not;
//   - what the host does (print, assert, check indices) stands between the kernels at its place;
//   - what is placed in a buffer goes there from the kernel of the product that makes it, and parts
//     of one buffer that share arithmetic from the one kernel that makes them all (JointPlaces.h);
//   - anything else starts a kernel.
#include "passes/fusion/Buffers.h"
#include "passes/fusion/JointPlaces.h"
#include "passes/fusion/Kernels.h"
#include "passes/fusion/Rows.h"
#include "passes/fusion/Sinks.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace {
class Former : Kernels {
public:
  Former(Block &block, unsigned firstState, bool rows)
      : Kernels(block, firstState), rows(rows), inLoop(isa<ScanOp>(block.getParentOp())) {}

  SmallVector<Group> run() {
    if (rows)
      splitSums(block);
    findUpdates();
    if (inLoop && rows)
      leaveEpilogues(block, updates);
    if (rows)
      findRows();
    auto isElsewhere = [&](Operation *op) { return rowGroupOf.count(op) != 0; };
    if (rows)
      jointPlaces = findJointPlaces(block, isElsewhere);
    sinks = findSinks(block, {isElsewhere, updates, jointPlaces, /*later=*/rows});
    for (Operation &op : block.without_terminator())
      if (auto row = rowGroupOf.find(&op); row != rowGroupOf.end())
        placeRows(row->second);
      else if (!isFree(&op) && !sinks.count(&op) && !updates.count(&op))
        place(&op);
    placeUpdates();
    if (inLoop && rows)
      joinCopies(*this);
    findBuffers();
    llvm::erase_if(groups, [](const Group &group) { return group.ops.empty(); });
    return std::move(groups);
  }

private:
  void findRows() {
    auto isUpdate = [&](Operation *op) { return updates.contains(op); };
    recomputeCheap(block, isUpdate);
    rowGroups = formRowGroups(block, isUpdate);
    for (auto [i, group] : llvm::enumerate(rowGroups))
      for (Operation *op : group.ops)
        rowGroupOf[op] = i;
  }

  void placeRows(int number) {
    const RowGroup &found = rowGroups[number];
    if (groupOf.count(found.ops.front()))
      return;
    Group &group = groups.emplace_back();
    group.ops = found.ops;
    group.rows = found.dims;
    for (Operation *op : found.ops)
      groupOf[op] = groups.size() - 1;
  }

  /// Elementwise ops that make nothing but new state.
  void findUpdates() {
    for (Operation &op : llvm::reverse(block.without_terminator())) {
      if ((!isElementwise(&op) && !isa<Movement, CopyOp>(op)) || op.use_empty())
        continue;
      bool onlyState = llvm::all_of(op.getUses(), [&](OpOperand &use) {
        return updates.count(use.getOwner()) ||
               (use.getOwner() == block.getTerminator() && use.getOperandNumber() >= firstState);
      });
      if (onlyState)
        updates.insert(&op);
    }
  }

  /// The kernel of elementwise ops that computes what `op` places, if it can put it there as well;
  /// it makes no more than one buffer of parts.
  int makerOfJoint(Operation *op) const {
    if (!jointPlaces.contains(op))
      return -1;
    auto place = cast<PlaceOp>(op);
    auto it = groupOf.find(place.getX().getDefiningOp());
    if (it == groupOf.end())
      return -1;
    const Group &group = groups[it->second];
    const int before = makerOf(place.getBase());
    const bool isFirst = llvm::none_of(group.ops, [](Operation *one) { return isa<PlaceOp>(one); });
    return group.anchor || group.update || !group.rows.empty() || before > it->second ||
                   (!isFirst && before != it->second)
               ? -1
               : it->second;
  }

  /// The kernel that makes what `op` places, and nothing else, if it can write there itself: each
  /// vector of it goes to one place.
  int makerOfPlaced(Operation *op) const {
    auto place = dyn_cast<PlaceOp>(op);
    Operation *maker = place ? place.getX().getDefiningOp() : nullptr;
    auto it = maker ? groupOf.find(maker) : groupOf.end();
    if (!rows || it == groupOf.end() || !maker->hasOneUse() || !isa<ConvOp, ContractOp>(maker) ||
        layoutOf(place.getX()) != layoutOf(place.getY()))
      return -1;
    const Group &group = groups[it->second];
    return group.anchor == maker && group.ops.size() == 1 ? it->second : -1;
  }

  void place(Operation *op) {
    if (int maker = makerOfPlaced(op); maker >= 0) { // at this place, where the base is there
      Group group = std::exchange(groups[maker], Group());
      group.ops.push_back(op);
      for (Operation *member : group.ops)
        groupOf[member] = groups.size();
      groups.push_back(group);
      return;
    }
    if (int maker = makerOfJoint(op); maker >= 0) {
      groups[maker].ops.push_back(op);
      groupOf[op] = maker;
      return;
    }
    SmallVector<Source> sources;
    int latest = -1;
    if (isElementwise(op)) {
      for (OpOperand &operand : op->getOpOperands())
        sourcesOf(operand, sources);
      for (const Source &source : sources)
        latest = std::max(latest, makerOf(source.value));
      if (inLoop && rows && (latest < 0 || !take(op, latest, sources)))
        latest = readerOfSame(*this, op, sources, latest);
    }
    if (latest < 0 || !take(op, latest, sources)) {
      groups.emplace_back();
      latest = groups.size() - 1;
      if (isa<Structured, Overlay, WholeKernel>(op) || holdsLaunches(op))
        groups[latest].anchor = op;
    }
    for (const Source &source : sources)
      takeIn(makerOf(source.value), latest, op, sources);
    groups[latest].ops.push_back(op);
    groupOf[op] = latest;
  }

  /// Elementwise work that waited for an operand of `op` and for nobody else since becomes part of
  /// the kernel that `op` is in.
  void takeIn(int from, int into, Operation *op, ArrayRef<Source> sources) {
    if (from < 0 || from >= into)
      return;
    Group &before = groups[from];
    if (before.anchor || before.update || !before.rows.empty() || before.ops.empty() ||
        !llvm::all_of(before.ops, isElementwise))
      return;
    for (const Source &source : sources)
      if (makerOf(source.value) == from &&
          (source.moved || !groupOf.count(source.value.getDefiningOp()) ||
           typeOf(source.value).getShape() != typeOf(op->getResult(0)).getShape() ||
           layoutOf(source.value) != layoutOf(op->getResult(0))))
        return;
    for (Operation *member : before.ops)
      if (!readOnlyBy(member, op, from))
        return;
    Group &group = groups[into];
    group.ops.insert(group.ops.begin(), before.ops.begin(), before.ops.end());
    for (Operation *member : before.ops)
      groupOf[member] = into;
    before.ops.clear();
  }

  /// Whether no op that is in a kernel by now reads `member` but `op` and those of kernel `from`.
  bool readOnlyBy(Operation *member, Operation *op, int from) const {
    return llvm::all_of(member->getUsers(), [&](Operation *user) {
      if (user == op || user->hasTrait<OpTrait::IsTerminator>())
        return true;
      if (auto it = groupOf.find(user); it != groupOf.end())
        return it->second == from;
      // Repeated in the kernels of its readers, or behind `op`.
      return isFree(user) || sinks.count(user) ? readOnlyBy(user, op, from)
                                               : !user->isBeforeInBlock(op);
    });
  }

  void placeUpdates() {
    for (SmallVector<Operation *> &members : sortUpdates(block, updates)) {
      int joined = inLoop && rows ? kernelOfCarries(*this, members) : -1;
      if (joined < 0) {
        joined = groups.size();
        groups.emplace_back().update = true;
      }
      llvm::append_range(groups[joined].ops, members);
      for (Operation *op : members)
        groupOf[op] = joined;
    }
  }

  bool rows, inLoop;
  DenseMap<Operation *, Operation *> sinks; // elementwise op -> the op it is computed in
  DenseSet<Operation *> updates, jointPlaces;
  SmallVector<RowGroup> rowGroups;
  DenseMap<Operation *, int> rowGroupOf;
};
} // namespace

SmallVector<Group> dlc::formGroups(Block &block, unsigned firstState, bool rows) {
  return Former(block, firstState, rows).run();
}
