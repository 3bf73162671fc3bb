//===- Rows.cpp - reductions over the same rows share a kernel -----------------------===//
// A row is what a reduction folds into one element. Starting from a reduction, a group grows
// forward over what is computed from its results and elements at the same place: elementwise ops,
// and further reductions over the same dims; and backward over elementwise ops that nothing else
// would compute in passing. One kernel then reads a row once and keeps it at hand.
//
//   %m = dlc.reduce_max %x     %0 = dlc.broadcast %m   %1 = dlc.sub %x, %0   %e = dlc.exp %1
//   %s = dlc.reduce_sum %e     %2 = dlc.broadcast %s   %y = dlc.div %e, %2            one group
//
// A group must be launched at one time: what depends on it and is not part of it, no part of it
// may depend on. Where rows are so long that they do not stay in cache (a channel of a batch of
// images), only sums of the same elements join, since elements would be read again anyway.
//===--------------------------------------------------------------------------------===//
#include "passes/fusion/Rows.h"
#include "passes/fusion/Groups.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

static bool isElementwise(Operation *op) {
  return isa<ScalarBody, Lookup>(op) && !isa<CopyOp>(op) && op->getNumResults() == 1;
}

static bool isRowReduction(Operation *op) {
  return isa<ReduceSumOp, ReduceMaxOp, ReduceProdOp>(op);
}

static SmallVector<int64_t> dimsOf(Operation *reduction) {
  SmallVector<int64_t> dims(reduction->getAttrOfType<DenseI64ArrayAttr>("dims").asArrayRef());
  llvm::sort(dims);
  return dims;
}

/// Shape and liveness alone.
static RankedTensorType spaceOf(Value value) {
  return withElement(typeOf(value), IndexType::get(value.getContext()));
}

namespace {
/// What a value is to a group under construction.
enum class Role {
  none,    // does not depend on it
  whole,   // an element of the whole shape, at its place
  kept,    // one of what the reductions leave
  outside, // depends on it in a way that keeps the value out of its kernel
};

class Grower {
public:
  Grower(Block &block, llvm::function_ref<bool(Operation *)> isUpdate,
         const DenseMap<Operation *, int> &groupOf, Operation *seed, bool siblings)
      : block(block), isUpdate(isUpdate), groupOf(groupOf), seed(seed), siblings(siblings),
        dims(dimsOf(seed)), whole(spaceOf(seed->getOperand(0))), kept(spaceOf(seed->getResult(0))) {
  }

  /// The group around the seed; empty if none is worth a kernel of this kind.
  SmallVector<Operation *> run() {
    if (!fits())
      return {};
    members.insert(seed);
    takeProducers(seed->getOperand(0));
    // What joins late may have readers that were passed already.
    for (size_t before = 0; before != members.size();) {
      before = members.size();
      walkForward();
    }
    leaveToReaders();
    SmallVector<Operation *> ops;
    for (Operation &op : block)
      if (members.contains(&op))
        ops.push_back(&op);
    return isWorthIt(ops) ? ops : SmallVector<Operation *>();
  }

private:
  /// Rows long enough to have columns, many enough to be shared out, and how much of them the
  /// cache holds.
  bool fits() {
    int64_t columns = 1, rows = 1;
    for (int64_t dim = 0; dim < whole.getRank(); ++dim)
      (llvm::is_contained(dims, dim) ? columns : rows) *= whole.getDimSize(dim);
    if (columns < 2 || rows < 1 || (rows < 8 && rows * columns > 16384))
      return false;
    Layout layout = layoutOf(seed->getOperand(0));
    while (layout.size() > 1 && whole.getDimSize(layout.back()) == 1)
      layout.pop_back();
    const bool sideBySide = llvm::is_contained(dims, layout.back());
    const int64_t together = sideBySide ? 1 : std::min<int64_t>(16, rows);
    const int64_t tiles = rows / together;
    siblingsOnly = columns * together > 32768 || (tiles < 8 && rows * columns > 16384);
    return true;
  }

  bool isReduction(Operation *op) const {
    return isRowReduction(op) && spaceOf(op->getOperand(0)) == whole && dimsOf(op) == dims;
  }

  bool isBroadcastOfKept(Operation *op) const {
    auto broadcast = dyn_cast<BroadcastOp>(op);
    return broadcast && spaceOf(broadcast.getY()) == whole && spaceOf(broadcast.getX()) == kept &&
           llvm::equal(broadcast.getDims(), dims);
  }

  bool canJoin(Operation *op) const { return !groupOf.contains(op) && !isUpdate(op); }

  Role roleOf(Value value) const {
    Operation *op = value.getDefiningOp();
    return op ? roles.lookup(op) : Role::none;
  }

  /// All of its readers take it up in a kernel of their own: reductions over other dims.
  bool isWantedElsewhere(Operation *op) const {
    return llvm::all_of(op->getUsers(), [&](Operation *user) {
      return (isRowReduction(user) && !isReduction(user)) || isa<Overlay>(user);
    });
  }

  /// Roles of all ops of the block; those that can join do.
  void walkForward() {
    roles.clear();
    for (Operation &op : block.without_terminator()) {
      Role role = classify(&op);
      if (role != Role::none)
        roles[&op] = role;
    }
  }

  Role classify(Operation *op) {
    bool wholeOperand = false, keptOperand = false, outsideOperand = false;
    for (OpOperand &operand : op->getOpOperands()) {
      Role role = roleOf(operand.get());
      bool lookedUp = isa<Lookup>(op) && operand.getOperandNumber() == 0;
      outsideOperand |= role == Role::outside || (lookedUp && role != Role::none);
      wholeOperand |= role == Role::whole;
      keptOperand |= role == Role::kept;
    }
    if (members.contains(op))
      return isRowReduction(op) || spaceOf(op->getResult(0)) == kept ? Role::kept : Role::whole;
    if (outsideOperand)
      return Role::outside;
    const bool depends = wholeOperand || keptOperand;
    if (isReduction(op) && canJoin(op)) {
      if ((depends && !siblingsOnly) || (!depends && siblings && readsTheSame(op))) {
        members.insert(op);
        takeProducers(op->getOperand(0));
        return Role::kept;
      }
    }
    if (!depends)
      return Role::none;
    if (isBroadcastOfKept(op) && keptOperand)
      return Role::whole;
    if (isElementwise(op) && canJoin(op) && !isWantedElsewhere(op)) {
      RankedTensorType space = spaceOf(op->getResult(0));
      if (space == whole && !keptOperand && !siblingsOnly) {
        members.insert(op);
        for (Value operand : op->getOperands())
          if (roleOf(operand) == Role::none)
            takeProducers(operand);
        return Role::whole;
      }
      if (space == kept && !wholeOperand) {
        members.insert(op);
        return Role::kept;
      }
    }
    return Role::outside;
  }

  /// Whether a reduction that depends on nothing of the group reads what it reads: nothing else, or
  /// all of it, so that no buffer has to wait for the other sum; or something of the same launch.
  bool readsTheSame(Operation *reduction) const {
    auto launchOf = [&](Operation *op) {
      auto it = groupOf.find(op->getOperand(0).getDefiningOp());
      return it == groupOf.end() ? -1 : it->second;
    };
    if (launchOf(seed) >= 0 && launchOf(seed) == launchOf(reduction))
      return true;
    DenseSet<Value> mine, others;
    for (Operation *op : members)
      sourcesOf(op, mine);
    sourcesOf(reduction, others);
    auto covers = [](const DenseSet<Value> &all, const DenseSet<Value> &some) {
      return llvm::all_of(some, [&](Value value) { return all.contains(value); });
    };
    return !others.empty() && !mine.empty() && (covers(mine, others) || covers(others, mine));
  }

  /// Elements of the whole shape that an op reads, itself or in what is computed for it alone.
  void sourcesOf(Operation *op, DenseSet<Value> &sources) const {
    for (Value operand : op->getOperands()) {
      Operation *producer = operand.getDefiningOp();
      if (spaceOf(operand) != whole || members.contains(producer) ||
          isa_and_nonnull<Creation, BroadcastOp>(producer))
        continue;
      bool own = producer && isElementwise(producer) && canJoin(producer) &&
                 llvm::all_of(producer->getUsers(), [&](Operation *user) { return user == op; });
      if (own)
        sourcesOf(producer, sources);
      else
        sources.insert(operand);
    }
  }

  /// Elementwise ops in front, unless a product or a convolution computes them in passing.
  void takeProducers(Value value) {
    Operation *op = value.getDefiningOp();
    if (!op || op->getBlock() != &block || members.contains(op) || !isElementwise(op) ||
        !canJoin(op) || spaceOf(value) != whole || isEpilogue(op))
      return;
    if (siblingsOnly &&
        !llvm::all_of(op->getUsers(), [&](Operation *user) { return members.contains(user); }))
      return;
    members.insert(op);
    for (Value operand : op->getOperands())
      takeProducers(operand);
  }

  /// What is cheap and read outside alone is computed there, from what the group reads.
  void leaveToReaders() {
    for (Operation &op : llvm::reverse(block))
      if (members.contains(&op) && isElementwise(&op) && spaceOf(op.getResult(0)) == whole &&
          isRecomputed(&op) && llvm::none_of(op.getUsers(), [&](Operation *user) {
            return members.contains(user) || (!isElementwise(user) && !isRowReduction(user));
          }))
        members.remove(&op);
  }

  /// The result of a product goes nowhere but here.
  bool isEpilogue(Operation *op) const {
    return llvm::any_of(op->getOperands(), [&](Value operand) {
      Operation *producer = operand.getDefiningOp();
      if (!producer || spaceOf(operand) != whole ||
          !llvm::all_of(producer->getUsers(), [&](Operation *user) { return user == op; }))
        return false;
      if (isElementwise(producer) && canJoin(producer))
        return isEpilogue(producer);
      return isa<Structured>(producer) && producer->getNumOperands() > 1;
    });
  }

  /// Two sums, or one and something of the whole shape made from it.
  bool isWorthIt(ArrayRef<Operation *> ops) const {
    unsigned reductions = llvm::count_if(ops, isRowReduction);
    bool goesOn = llvm::any_of(ops, [&](Operation *op) {
      return !isRowReduction(op) && spaceOf(op->getResult(0)) == whole &&
             llvm::any_of(op->getOperands(),
                          [&](Value operand) {
                            return roleOf(operand) == Role::whole || roleOf(operand) == Role::kept;
                          }) &&
             dependsOnReduction(op);
    });
    return reductions > 1 || goesOn;
  }

  bool dependsOnReduction(Operation *op) const {
    return llvm::any_of(op->getOperands(), [&](Value operand) {
      Operation *producer = operand.getDefiningOp();
      if (!producer)
        return false;
      if (isBroadcastOfKept(producer))
        return roleOf(producer->getOperand(0)) == Role::kept;
      return members.contains(producer) && !isRowReduction(producer) &&
             dependsOnReduction(producer);
    });
  }

  Block &block;
  llvm::function_ref<bool(Operation *)> isUpdate;
  const DenseMap<Operation *, int> &groupOf; // of groups that are formed
  Operation *seed;
  bool siblings; // sums that do not depend on each other may join
  SmallVector<int64_t> dims;
  RankedTensorType whole, kept;
  bool siblingsOnly = false;
  llvm::SetVector<Operation *> members;
  DenseMap<Operation *, Role> roles;
};
} // namespace

SmallVector<RowGroup> dlc::formRowGroups(Block &block,
                                         llvm::function_ref<bool(Operation *)> isUpdate) {
  SmallVector<RowGroup> groups;
  SmallVector<Operation *> seeds;
  for (Operation &op : block)
    if (isRowReduction(&op))
      seeds.push_back(&op);
  DenseMap<Operation *, int> groupOf;
  SmallVector<SmallVector<Operation *>> all;
  for (Operation *seed : seeds) {
    if (groupOf.contains(seed) || isUpdate(seed))
      continue;
    for (bool siblings : {true, false}) {
      SmallVector<Operation *> ops = Grower(block, isUpdate, groupOf, seed, siblings).run();
      if (ops.empty())
        break;
      all.push_back(ops);
      for (Operation *op : ops)
        groupOf[op] = all.size() - 1;
      if (orderByGroups(block, groupOf, all, /*apply=*/false)) {
        groups.push_back({ops, dimsOf(seed)});
        break;
      }
      for (Operation *op : ops) // it would wait for itself
        groupOf.erase(op);
      all.pop_back();
    }
  }
  if (!groups.empty())
    orderByGroups(block, groupOf, all, /*apply=*/true);
  return groups;
}
