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
#include "passes/fusion/Groups.h"
#include "passes/fusion/JointPlaces.h"
#include "passes/fusion/Rows.h"
#include "passes/fusion/Sinks.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

/// A buffer that is there before the first launch.
static bool isGiven(Operation *op) { return isa<SettingValueOp, ConstantOp, EmptyOp>(op); }
/// Movements, and paddings that are read in place: all that are left.
static bool moves(Operation *op) { return isa<Movement, PadOp>(op); }
bool dlc::isFree(Operation *op) { return moves(op) || isa<Creation>(op) || isGiven(op); }
static bool isElementwise(Operation *op) { return isa<ScalarBody, Lookup>(op) && !isa<CopyOp>(op); }

/// Whether the kernel of `anchor` can go on with its finished result.
static bool takesEpilogue(Operation *anchor) {
  auto structured = dyn_cast<Structured>(anchor);
  if (!structured)
    return !isa<Overlay, WholeKernel>(anchor);
  LoopNest nest = structured.loops();
  for (auto [i, loop] : llvm::enumerate(nest.loops))
    if (loop.reduces && nest.resultMaps[0].isFunctionOfDim(i))
      return false;
  return true;
}

static SmallVector<int64_t> withoutOnes(Value value) {
  return SmallVector<int64_t>(
      llvm::make_filter_range(typeOf(value).getShape(), [](int64_t size) { return size != 1; }));
}

/// A permutation that a reshape goes on with, of axes that are stored in that order already.
static bool isRenamed(PermuteOp permute) {
  Layout stored = layoutOf(permute.getX());
  return !isa_and_nonnull<Movement, Creation>(permute.getX().getDefiningOp()) &&
         Layout(permute.getPerm()) == stored && isRowMajor(layoutOf(permute)) &&
         !isRowMajor(stored) && llvm::any_of(permute->getUsers(), [](Operation *user) {
           auto reshape = dyn_cast<ReshapeOp>(user);
           return reshape && isRowMajor(layoutOf(reshape));
         });
}

bool dlc::isAlias(Operation *op) {
  if (auto permute = dyn_cast<PermuteOp>(op))
    return isRenamed(permute);
  auto reshape = dyn_cast<ReshapeOp>(op);
  if (!reshape || !keepsStorage(typeOf(reshape.getX()), layoutOf(reshape.getX()),
                                typeOf(reshape.getY()), layoutOf(reshape.getY())))
    return false;
  Operation *producer = reshape.getX().getDefiningOp();
  if (!producer)
    return true;
  // Elementwise on both sides: one kernel, no buffer in between.
  if (isElementwise(producer))
    return !(producer->hasOneUse() && llvm::all_of(reshape->getUsers(), isElementwise));
  // Axes of one element come and go in the index of what has no buffer either.
  bool hasBuffer = !(moves(producer) || isa<Creation>(producer)) || isAlias(producer);
  return hasBuffer || withoutOnes(reshape.getX()) != withoutOnes(reshape.getY());
}

namespace {
class Former {
public:
  Former(Block &block, unsigned firstState, bool rows)
      : block(block), firstState(firstState), rows(rows),
        loop(dyn_cast<ScanOp>(block.getParentOp())) {}

  SmallVector<Group> run() {
    if (rows)
      splitSums(block);
    findUpdates();
    if (loop && rows)
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
    if (loop && rows)
      joinCopies();
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

  struct Source {
    Value value;
    bool moved; // read at another index than the reader's own
  };

  /// Buffers that `value` is computed from, through ops that stand in no kernel.
  void sourcesOf(Value value, bool moved, SmallVectorImpl<Source> &sources) const {
    Operation *op = value.getDefiningOp();
    bool inKernel = !op || isAlias(op) || isGiven(op) || groupOf.count(op);
    if (inKernel) {
      sources.push_back({value, moved});
      return;
    }
    bool isMoved = moves(op) || isa<Creation>(op);
    for (OpOperand &operand : op->getOpOperands())
      sourcesOf(operand.get(), moved || isMoved || isLookedUp(operand), sources);
  }

  /// The kernel that makes the buffer behind `value`, or -1.
  int makerOf(Value value) const {
    while (Operation *op = value.getDefiningOp()) {
      if (auto it = groupOf.find(op); it != groupOf.end())
        return it->second;
      if (!isAlias(op))
        return -1;
      value = op->getOperand(0);
    }
    return -1;
  }

  bool joins(Operation *op, const Group &group, int number, ArrayRef<Source> sources) const {
    Operation *root = group.anchor ? group.anchor : group.ops.front();
    if (!group.rows.empty() || isa<CopyOp>(root) || holdsLaunches(root) || !takesEpilogue(root) ||
        (group.anchor && isa<Overlay>(group.ops.back())) || group.update)
      return false;
    if (typeOf(root->getResult(0)).getShape() != typeOf(op->getResult(0)).getShape())
      return false;
    return llvm::all_of(sources, [&](const Source &source) {
      return makerOf(source.value) != number ||
             (!source.moved && groupOf.count(source.value.getDefiningOp()) &&
              !source.value.getDefiningOp<PlaceOp>());
    });
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

  /// The last kernel of elementwise ops that reads something that `op` reads and is launched behind
  /// `makers`; in a loop, where nothing that is made early has to be kept for long.
  int readerOfSame(Operation *op, ArrayRef<Source> sources, int makers) const {
    auto readsSame = [&](Operation *member) {
      SmallVector<Source> others;
      for (OpOperand &operand : member->getOpOperands())
        sourcesOf(operand.get(), isLookedUp(operand), others);
      return llvm::any_of(others, [&](const Source &other) {
        return llvm::any_of(sources,
                            [&](const Source &source) { return source.value == other.value; });
      });
    };
    for (int number = groups.size() - 1; number > makers; --number) {
      const Group &group = groups[number];
      if (!group.anchor && !group.ops.empty() && isElementwise(group.ops.front()) &&
          typeOf(group.ops.front()->getResult(0)).getShape() ==
              typeOf(op->getResult(0)).getShape() &&
          llvm::any_of(group.ops, readsSame))
        return number;
    }
    return -1;
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
        sourcesOf(operand.get(), isLookedUp(operand), sources);
      for (const Source &source : sources)
        latest = std::max(latest, makerOf(source.value));
      if (loop && rows && (latest < 0 || !joins(op, groups[latest], latest, sources)))
        latest = readerOfSame(op, sources, latest);
    }
    if (latest < 0 || !joins(op, groups[latest], latest, sources)) {
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
      int joined = loop && rows ? groupToJoin(members) : -1;
      if (joined < 0) {
        joined = groups.size();
        groups.emplace_back().update = true;
      }
      llvm::append_range(groups[joined].ops, members);
      for (Operation *op : members)
        groupOf[op] = joined;
    }
  }

  /// The kernel that `members`, which make new carries, can be part of: nobody reads the old ones
  /// behind it, and itself it reads them in passing, or not at all if it is a product's.
  int groupToJoin(ArrayRef<Operation *> members) const {
    SmallVector<SmallVector<Source>> sources(members.size());
    int latest = -1;
    for (auto [op, from] : llvm::zip(members, sources)) {
      for (OpOperand &operand : op->getOpOperands())
        sourcesOf(operand.get(), isLookedUp(operand), from);
      for (const Source &source : from)
        latest = std::max(latest, makerOf(source.value));
    }
    if (latest < 0 || groups[latest].ops.empty())
      return -1;
    Operation *anchor = groups[latest].anchor;
    if (anchor && !isa<ContractOp, ConvOp>(anchor))
      return -1;
    for (auto [op, from] : llvm::zip(members, sources))
      if (isa<Movement, CopyOp>(op) || !joins(op, groups[latest], latest, from))
        return -1;
    auto carries = ScanOp(loop).carryArguments();
    for (Operation *op : members)
      for (OpOperand &use : op->getUses()) {
        if (use.getOwner() != block.getTerminator())
          continue;
        Value old = carries[use.getOperandNumber() - firstState];
        auto isOld = [&](const Source &source) { return source.value == old; };
        if (readsBehind(old, latest, anchor) ||
            (anchor && llvm::any_of(sources, [&](ArrayRef<Source> from) {
               return llvm::any_of(from, isOld);
             })))
          return -1;
      }
    return latest;
  }

  /// Whether a kernel behind `number` reads this buffer, or that one reads it, at least (not `any`)
  /// other than in passing. A copy of it will be made in passing, too.
  bool readsBehind(Value buffer, int number, bool any) const {
    for (int behind = number; behind < int(groups.size()); ++behind)
      for (Operation *op : groups[behind].ops)
        if (!isa<CopyOp>(op))
          for (OpOperand &operand : op->getOpOperands()) {
            SmallVector<Source> sources;
            sourcesOf(operand.get(), isLookedUp(operand), sources);
            if (llvm::any_of(sources, [&](const Source &source) {
                  return source.value == buffer && (behind > number || any || source.moved);
                }))
              return true;
          }
    return false;
  }

  /// What a loop stacks beside handing it on is copied in passing: a new carry by the elementwise
  /// kernel that makes it; an old one by that which makes the next, or some other of that shape.
  void joinCopies() {
    for (bool made : {true, false}) // in the block; then of old carries
      for (Group &group : groups)
        joinCopy(group, made);
  }

  void joinCopy(Group &group, bool made) {
    auto copy = group.ops.size() == 1 ? dyn_cast<CopyOp>(group.ops.front()) : CopyOp();
    if (!copy || made != bool(copy->getOperand(0).getDefiningOp()) || !copy->hasOneUse() ||
        *copy->user_begin() != block.getTerminator() ||
        layoutOf(copy->getResult(0)) != layoutOf(copy->getOperand(0)))
      return;
    const int joined = makerForCopy(copy);
    if (joined < 0)
      return;
    groups[joined].ops.push_back(copy);
    groupOf[copy] = joined;
    group.ops.clear();
  }

  int makerForCopy(CopyOp copy) const {
    Value x = copy->getOperand(0);
    if (x.getDefiningOp()) {
      const int maker = groupOf.lookup_or(x.getDefiningOp(), -1);
      return maker >= 0 && takesCopy(groups[maker], copy) ? maker : -1;
    }
    auto carries = ScanOp(loop).carryArguments();
    int found = -1;
    for (auto [k, carry] : llvm::enumerate(carries)) {
      const int maker = makerOf(block.getTerminator()->getOperand(firstState + k));
      if (llvm::is_contained(carries, x) && maker >= 0 && (found < 0 || carry == x) &&
          takesCopy(groups[maker], copy) && !readsBehind(x, maker + 1, true))
        found = maker;
    }
    return found;
  }

  /// A kernel of elementwise ops over the elements of `copy`, in their order, or of other copies.
  bool takesCopy(const Group &group, Operation *copy) const {
    if (group.anchor || !group.rows.empty() || group.ops.empty() ||
        !isa<ScalarBody, Lookup>(group.ops[0]) || group.ops[0] == copy)
      return false;
    Value made = group.ops[0]->getResult(0);
    return typeOf(made).getShape() == typeOf(copy->getResult(0)).getShape() &&
           layoutOf(made) == layoutOf(copy->getResult(0));
  }

  /// What each kernel reads, and then what each must leave in a buffer.
  void findBuffers() {
    DenseSet<Value> wanted;
    for (auto [number, group] : llvm::enumerate(groups))
      for (Operation *op : group.ops)
        for (Value operand : op->getOperands()) {
          SmallVector<Source> sources;
          sourcesOf(operand, false, sources);
          for (const Source &source : sources) {
            Operation *maker = source.value.getDefiningOp();
            auto it = maker ? groupOf.find(maker) : groupOf.end();
            if (it != groupOf.end() && it->second == int(number))
              continue;
            group.inputs.insert(source.value);
            wanted.insert(source.value);
          }
        }
    for (Operation &op : block)
      if (isAlias(&op) || op.hasTrait<OpTrait::IsTerminator>())
        wanted.insert_range(op.getOperands());
    for (Group &group : groups)
      for (Operation *op : group.ops)
        for (Value result : op->getResults())
          if (wanted.contains(result))
            group.outputs.insert(result);
    // What is partly written is a kernel's first result.
    for (Group &group : groups)
      for (Value output : llvm::to_vector(group.outputs))
        if (!group.anchor && output.getDefiningOp<PlaceOp>()) {
          SmallVector<Value> others = group.outputs.takeVector();
          group.outputs.insert(output);
          group.outputs.insert_range(others);
        }
  }

  Block &block;
  unsigned firstState;
  bool rows;
  ScanOp loop;                              // whose body the block is, or null
  DenseMap<Operation *, Operation *> sinks; // elementwise op -> the op it is computed in
  DenseSet<Operation *> updates, jointPlaces;
  SmallVector<RowGroup> rowGroups;
  DenseMap<Operation *, int> rowGroupOf;
  DenseMap<Operation *, int> groupOf;
  SmallVector<Group> groups;
};
} // namespace

SmallVector<Group> dlc::formGroups(Block &block, unsigned firstState, bool rows) {
  return Former(block, firstState, rows).run();
}
