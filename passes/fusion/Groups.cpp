//===- Groups.cpp - which ops share a kernel ------------------------------------===//
// The rules, in the order they are tried on each op, first to last in the program:
//   - a movement, creation, setting or constant costs nothing: no kernel of its own;
//   - an elementwise op that feeds one reduction or place only, or one elementwise op through
//     a movement, is computed where it is read;
//   - an elementwise op of one operand whose readers wait for another launch is computed there;
//   - reductions over the same rows share a kernel with what stands between them (Rows.h);
//   - what makes nothing but new state (the optimiser) is kept apart from the rest and
//     launched last, so that every kernel sees the old state and writes go in place;
//   - an elementwise op joins the latest kernel that makes one of its operands, if that has
//     the same shape and every operand out of it is read at the same index. A lookup counts as
//     one; what it looks up is read at another index, its indices are not;
//   - what the host does (print, assert, check indices) stands between the kernels at its place;
//   - what is placed in a buffer goes there from the kernel of the product that makes it;
//   - anything else starts a kernel.
#include "passes/fusion/Groups.h"
#include "passes/fusion/Rows.h"
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

/// What a lookup looks up: it needs a buffer, and is read at places that data decides.
static bool isLookedUp(OpOperand &use) {
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
      : block(block), firstState(firstState), rows(rows) {}

  SmallVector<Group> run() {
    if (rows)
      splitSums(block);
    findUpdates();
    if (rows)
      findRows();
    findWaits();
    findSinks();
    for (Operation &op : block.without_terminator())
      if (auto row = rowGroupOf.find(&op); row != rowGroupOf.end())
        placeRows(row->second);
      else if (!isFree(&op) && !sinks.count(&op) && !updates.count(&op))
        place(&op);
    placeUpdates();
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

  /// Elementwise ops that are computed where they are read, since all of it ends up in one op
  /// that reads each element once: a reduction, or an elementwise op behind a movement.
  void findSinks() {
    for (Operation &op : llvm::reverse(block)) {
      if (!isElementwise(&op) || op.use_empty() || rowGroupOf.count(&op))
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
      if (!sink && rows)
        sink = laterReader(&op);
      if (sink)
        sinks[&op] = sink;
    }
  }

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
    if (isa<Lookup>(op) || op->getNumResults() != 1 || updates.contains(op))
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
      if (!isElementwise(user) || isLookedUp(use) || rowGroupOf.count(user) ||
          updates.contains(user) || typeOf(user->getResult(0)).getShape() != type.getShape())
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
    if (isLookedUp(use))
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
        isa<Overlay>(group.ops.back()) || group.update)
      return false;
    if (typeOf(root->getResult(0)).getShape() != typeOf(op->getResult(0)).getShape())
      return false;
    return llvm::all_of(sources, [&](const Source &source) {
      return makerOf(source.value) != number ||
             (!source.moved && groupOf.count(source.value.getDefiningOp()));
    });
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
    SmallVector<Source> sources;
    int latest = -1;
    if (isElementwise(op)) {
      for (OpOperand &operand : op->getOpOperands())
        sourcesOf(operand.get(), isLookedUp(operand), sources);
      for (const Source &source : sources)
        latest = std::max(latest, makerOf(source.value));
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
      Group &group = groups.emplace_back();
      group.ops = members;
      group.update = true;
      for (Operation *op : members)
        groupOf[op] = groups.size() - 1;
    }
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
  }

  Block &block;
  unsigned firstState;
  bool rows;
  DenseMap<Operation *, Operation *> sinks; // elementwise op -> the op it is computed in
  DenseMap<Operation *, int> waits;
  DenseSet<Operation *> updates;
  SmallVector<RowGroup> rowGroups;
  DenseMap<Operation *, int> rowGroupOf;
  DenseMap<Operation *, int> groupOf;
  SmallVector<Group> groups;
};
} // namespace

SmallVector<Group> dlc::formGroups(Block &block, unsigned firstState, bool rows) {
  return Former(block, firstState, rows).run();
}
