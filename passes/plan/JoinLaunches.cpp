//===- JoinLaunches.cpp - launches that need not wait for each other ----------------===//
// A thread that runs the same rows of a batch in one launch after the other reads what it wrote
// itself, and needs not wait for the others in between. What lies in the caches of its core stays
// there, and a loop over a sequence is one launch instead of several per step: where a line needs
// 300 ns from core to core, a step of 64 small launches is twice as fast.
//
//   step.for #trips { step.launch @k0(%h, %w, %y)  step.launch @k1(%y, %h) }
// =>
//   step.join units 4 { step.for #trips {
//     step.launch @k0(%h, %w, %y) {per_unit = 1}  step.launch @k1(%y, %h) {per_unit = 2} } }
//
// The target says of each kernel how far its tiles are apart (`cut`), and the plan where the
// buffers lie; so this is the last pass. A unit is so many tiles of every kernel that the ones of a
// unit meet in all buffers that something writes: wherever two places in memory overlap, in
// whatever steps of the loops, a byte belongs to the same unit in both.
//===--------------------------------------------------------------------------===//
#include "ir/graph/Program.h"
#include "ir/schedule/Cost.h"
#include "ir/schedule/Counts.h"
#include "passes/Passes.h"
#include "passes/plan/Homes.h"
#include <numeric>

using namespace mlir;
using namespace dlc;

namespace dlc {
#define GEN_PASS_DEF_JOINLAUNCHESPASS
#include "passes/Passes.h.inc"
} // namespace dlc

namespace {
/// What a launch does to a place in memory.
struct Use {
  StringRef space;
  int64_t offset, bytes;
  SmallVector<std::pair<step::ForOp, int64_t>> moves; // by so many bytes with each step
  int64_t perTile;                                    // bytes from tile to tile; 0: all of it
  size_t member;
  bool writes;
};

struct Member {
  step::LaunchOp launch;
  int64_t tiles; // of the axis that is cut, at the bound
};

class Group {
public:
  Group(ArrayRef<int64_t> bounds, SymbolTable &symbols) : bounds(bounds), symbols(symbols) {}

  /// Adds a launch or a loop, or leaves the group as it was.
  bool add(Operation *op);
  bool isWorthwhile() const;
  void join();
  bool empty() const { return ops.empty(); }

private:
  bool addMembers(Operation *op);
  bool addLaunch(step::LaunchOp launch);
  bool addUse(Value operand, int64_t perTile, bool writes);
  bool meet(const Use &a, const Use &b) const;
  bool mayOverlap(const Use &a, const Use &b) const;
  int64_t perUnit(const Use &use) const {
    return use.perTile * (members[use.member].tiles / units);
  }

  ArrayRef<int64_t> bounds;
  SymbolTable &symbols;
  SmallVector<Operation *> ops;
  std::vector<Member> members;
  std::vector<Use> uses;
  int64_t units = 0;
};
} // namespace

/// Time of one thread for a launch from which on waiting for the others does not show.
static bool isShort(step::KernelOp kernel) {
  const step::Cost cost = step::costOf(kernel);
  return cost.flops * 1e-11 + cost.bytes * 5e-11 < 1e-4; // at 100 GFLOP/s and 20 GB/s
}

bool Group::addUse(Value operand, int64_t perTile, bool writes) {
  operand = stripViews(operand);
  if (operand.getDefiningOp<step::ConstantOp>())
    return !writes;
  auto slot = operand.getDefiningOp<step::SlotOp>();
  if (!slot)
    return false;
  auto type = cast<MemRefType>(operand.getType());
  Use use{slot.getSpace(), int64_t(slot.getOffset()), 0, {}, perTile, members.size(), writes};
  use.bytes = ir::bytesOf(type);
  for (auto [step, stride] : llvm::zip(slot.getSteps(), slot.getStrides()))
    use.moves.push_back({cast<step::ForOp>(step.getParentBlock()->getParentOp()), stride});
  uses.push_back(use);
  return true;
}

bool Group::addLaunch(step::LaunchOp launch) {
  auto kernel = symbols.lookup<step::KernelOp>(launch.getKernel());
  if (!kernel.getCut() || !kernel.getTiles() || !isShort(kernel))
    return false;
  ArrayRef<int64_t> cut = *kernel.getCut();
  for (auto [i, operand] : llvm::enumerate(launch.getOperands()))
    if (cut[1 + i] >= 0 &&
        !addUse(operand, cut[1 + i], int64_t(i) >= int64_t(kernel.getNumInputs())))
      return false;
  auto tiles = step::countAt(cast<AffineMapAttr>((*kernel.getTiles())[cut[0]]).getValue(), bounds);
  if (!tiles)
    return false;
  units = std::gcd(units, *tiles);
  members.push_back({launch, *tiles});
  return units >= 2;
}

/// Ops that only say where something is may stand anywhere before their use.
static bool isPlace(Operation *op) {
  return isa<step::SlotOp, step::ViewOp, step::ConstantOp, step::SettingOp>(op);
}

bool Group::addMembers(Operation *op) {
  if (auto launch = dyn_cast<step::LaunchOp>(op))
    return addLaunch(launch);
  auto loop = dyn_cast<step::ForOp>(op);
  if (!loop || loop.getCondition())
    return false;
  return llvm::all_of(loop.getBody().front(), [&](Operation &inner) {
    return isPlace(&inner) || isa<step::NextOp>(inner) || addMembers(&inner);
  });
}

/// Whether the places of both overlap, as ranges of bytes over all steps of the loops. Loops around
/// the join count as well, though it sees one step of them: that refuses too much, never too
/// little.
bool Group::mayOverlap(const Use &a, const Use &b) const {
  if (a.space != b.space)
    return false;
  using Range = std::pair<int64_t, int64_t>;
  auto range = [&](const Use &use) -> std::optional<Range> {
    Range bytes(use.offset, use.offset + use.bytes);
    for (auto [loop, stride] : use.moves) {
      std::optional<int64_t> trips = step::countAt(loop.getTrips(), bounds);
      if (!trips)
        return std::nullopt;
      (stride < 0 ? bytes.first : bytes.second) += stride * std::max<int64_t>(*trips - 1, 0);
    }
    return bytes;
  };
  std::optional<Range> one = range(a), two = range(b);
  return !one || !two || (one->first < two->second && two->first < one->second);
}

/// Whether no thread's part of one meets another thread's part of the other.
bool Group::meet(const Use &a, const Use &b) const {
  if ((!a.writes && !b.writes) || !mayOverlap(a, b))
    return true;
  auto movesBy = [](const Use &use, int64_t bytes) {
    return llvm::all_of(use.moves, [&](auto move) { return move.second % bytes == 0; });
  };
  return a.perTile && b.perTile && a.bytes == b.bytes && perUnit(a) == perUnit(b) &&
         (a.offset - b.offset) % a.bytes == 0 && movesBy(a, a.bytes) && movesBy(b, a.bytes);
}

bool Group::add(Operation *op) {
  const size_t oldMembers = members.size(), oldUses = uses.size();
  const int64_t oldUnits = units;
  bool fits = addMembers(op);
  for (size_t i = units == oldUnits ? oldUses : 0; fits && i < uses.size(); ++i)
    for (size_t j = 0; fits && j <= i; ++j)
      fits = meet(uses[i], uses[j]);
  if (!fits) {
    members.erase(members.begin() + oldMembers, members.end());
    uses.erase(uses.begin() + oldUses, uses.end());
    units = oldUnits;
    return false;
  }
  ops.push_back(op);
  return true;
}

bool Group::isWorthwhile() const {
  return members.size() > 1 || (!members.empty() && isa<step::ForOp>(ops.front()));
}

void Group::join() {
  OpBuilder b(ops.front());
  SmallVector<Location> places;
  for (Operation *op : ops)
    places.push_back(op->getLoc());
  // What says where operands lie goes before all of it.
  for (Operation *op = ops.front()->getNextNode(), *end = ops.back()->getNextNode(); op != end;) {
    Operation *next = op->getNextNode();
    if (isPlace(op))
      op->moveBefore(ops.front());
    op = next;
  }
  auto joined = step::JoinOp::create(b, b.getFusedLoc(places), units);
  Block &body = joined.getBody().emplaceBlock();
  for (Operation *op : ops)
    op->moveBefore(&body, body.end());
  for (Member &member : members)
    member.launch.setPerUnit(member.tiles / units);
}

namespace {
struct JoinLaunches : dlc::impl::JoinLaunchesPassBase<JoinLaunches> {
  void runOnOperation() override {
    getOperation()->walk([&](ir::ProgramOp program) {
      SymbolTable symbols(program);
      const SmallVector<int64_t> bounds = program.bounds();
      for (auto schedule : program.getBody().getOps<step::ScheduleOp>())
        joinBlock(schedule.getBody().front(), bounds, symbols);
    });
  }

  void joinBlock(Block &block, ArrayRef<int64_t> bounds, SymbolTable &symbols) {
    auto group = std::make_unique<Group>(bounds, symbols);
    auto close = [&] {
      if (!group->empty() && group->isWorthwhile())
        group->join();
      group = std::make_unique<Group>(bounds, symbols);
    };
    for (Operation &op : llvm::make_early_inc_range(block)) {
      if (isPlace(&op) || group->add(&op))
        continue;
      close();
      if (group->add(&op))
        continue;
      for (Region &region : op.getRegions())
        for (Block &inner : region)
          joinBlock(inner, bounds, symbols);
    }
    close();
  }
};
} // namespace
