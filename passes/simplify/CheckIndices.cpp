//===- CheckIndices.cpp - what is left of the checks of indices, and cheap ---------------===//
// An index out of range ends the entry. Most indices are known to be in range, and of the others a
// check sees only the tensor that they came from: a table's rows are checked once for all columns,
// a loop's slices before the loop. It comes as early as it can, so that new state rarely has to
// wait for it, and looks at one number: the largest index, seen as unsigned.
//
//   %i = dlc.broadcast %rows                    %k = dlc.reduce_max (dlc.xor %rows, MIN)
//   dlc.check_index "..", %i in tensor<10xi64>  dlc.check_index "..", %k in .. reduced
//   ... dlc.argmax, dlc.check_index of it   =>  nothing
//===--------------------------------------------------------------------------------------===//
#include "ir/graph/expr/Expr.h"
#include "passes/Passes.h"
#include "passes/simplify/Ranges.h"
#include <limits>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_CHECKINDICESPASS
#include "passes/Passes.h.inc"
} // namespace dlc

static Size sizeOf(CheckIndexOp check) {
  auto axis = cast<RankedTensorType>(check.getAxis());
  return {axis.getDimSize(0), liveOf(axis)[0]};
}

/// Every element of its operand is one of its result.
static bool keepsAll(Operation *op) {
  if (isa<ReshapeOp, PermuteOp, ReverseOp>(op))
    return true;
  if (auto convert = dyn_cast<ConvertOp>(op)) {
    Type from = typeOf(convert.getX()).getElementType(), to = convert.getType().getElementType();
    return from.isInteger() && !from.isInteger(1) &&
           from.getIntOrFloatBitWidth() <= to.getIntOrFloatBitWidth();
  }
  auto broadcast = dyn_cast<BroadcastOp>(op);
  return broadcast && llvm::all_of(broadcast.getDims(), [&](int64_t dim) {
           RankedTensorType type = broadcast.getType();
           return type.getDimSize(dim) > 0;
         });
}

static Value sourceOf(Value indices) {
  while (Operation *op = indices.getDefiningOp()) {
    if (!keepsAll(op))
      break;
    indices = op->getOperand(0);
  }
  return indices;
}

/// The check with `indices`, of which its own are made, at the builder's place.
static CheckIndexOp checkOf(OpBuilder &b, CheckIndexOp check, Value indices) {
  return CheckIndexOp::create(b, check.getLoc(), check.getTextAttr(), indices, check.getAxisAttr(),
                              check.getWrapsAttr(), UnitAttr());
}

/// What a step of a loop would check of its slice is checked of all slices before it. Not if the
/// loop may stop early or do nothing, or if something is printed between the steps.
static void liftOut(ScanOp scan) {
  if (scan.getExits() || scan.getLength() == 0)
    return;
  WalkResult others = scan.getBody().walk([](Operation *op) {
    return isa<PrintOp, AssertOp>(op) ? WalkResult::interrupt() : WalkResult::advance();
  });
  if (others.wasInterrupted())
    return;
  OpBuilder b(scan);
  for (auto check : llvm::make_early_inc_range(scan.getBody().getOps<CheckIndexOp>())) {
    if (check.getReduced())
      continue;
    auto argument = dyn_cast<BlockArgument>(sourceOf(check.getIndices()));
    if (!argument || argument.getOwner() != &scan.getBody().front())
      continue;
    Value outer;
    for (auto [inner, x] : llvm::zip(scan.xArguments(), scan.getXs()))
      outer = inner == argument ? x : outer;
    for (auto [inner, constant] : llvm::zip(scan.constArguments(), scan.getConsts()))
      outer = inner == argument ? constant : outer;
    if (!outer)
      continue;
    checkOf(b, check, outer);
    check.erase();
  }
}

/// Indices from -size on are as good as 0.
static Value unwrapped(ImplicitLocOpBuilder &b, Value indices, const Size &size) {
  RankedTensorType type = typeOf(indices);
  Value number;
  if (size.live.symbol) {
    Value extent = ExtentOp::create(b, size.live.symbol);
    Value live = Expr(b, extent) * Expr(double(size.live.mul)) + Expr(double(size.live.add));
    auto all = llvm::to_vector(llvm::seq<int64_t>(0, type.getRank()));
    number = BroadcastOp::create(b, type, live, all);
  } else {
    number = emitNumber(b, double(size.bound), type);
  }
  Expr i(b, indices);
  return select((i < 0) & (i + Expr(b, number) >= 0), 0, i);
}

/// Reduces the indices to one number. XOR with the smallest int turns the order of unsigned numbers
/// into that of ints; what is negative is beyond any size.
static void reduce(CheckIndexOp check) {
  ImplicitLocOpBuilder b(check.getLoc(), check);
  Value indices = check.getIndices();
  RankedTensorType wide = withElement(typeOf(indices), b.getI64Type());
  if (typeOf(indices) != wide)
    indices = ConvertOp::create(b, wide, indices);
  if (check.getWraps())
    indices = unwrapped(b, indices, sizeOf(check));
  auto smallest = b.getI64IntegerAttr(std::numeric_limits<int64_t>::min());
  Value turn = SplatOp::create(b, wide, smallest);
  Value key = XorOp::create(b, indices, turn);
  // One number is one thread's work: of many indices, each row first.
  constexpr int64_t many = 1 << 15;
  if (wide.getRank() > 1 && wide.getNumElements() >= many) {
    auto inner = llvm::to_vector(llvm::seq<int64_t>(1, wide.getRank()));
    key = ReduceMaxOp::create(b, key, inner);
  }
  if (int64_t rank = typeOf(key).getRank()) {
    auto all = llvm::to_vector(llvm::seq<int64_t>(0, rank));
    key = ReduceMaxOp::create(b, key, all);
  }
  check.setWraps(false);
  check.setReduced(true);
  check.getIndicesMutable().assign(key);
}

/// Moves `op` up to what makes its operands, and the elementwise ops among that with it, but not
/// above `limit`.
static void moveUp(Operation *op, Operation *limit) {
  Block *block = op->getBlock();
  Operation *last = limit;
  for (Value operand : op->getOperands()) {
    Operation *maker = operand.getDefiningOp();
    if (!maker || maker->getBlock() != block || (limit && maker->isBeforeInBlock(limit)))
      continue;
    if (isa<ScalarBody, Movement, Creation>(maker))
      moveUp(maker, limit);
    if (!last || last->isBeforeInBlock(maker))
      last = maker;
  }
  if (last)
    op->moveAfter(last);
  else
    op->moveBefore(block, block->begin());
}

/// The checks of a block, in order. Prints and assertions between them keep their place.
static void runOn(Block &block, Ranges &ranges) {
  SmallVector<CheckIndexOp> kept;
  Operation *behind = nullptr; // the last effect
  auto settle = [&](CheckIndexOp check) {
    Value source = sourceOf(check.getIndices());
    std::optional<IntRange> range = ranges.of(check.getIndices());
    bool again = llvm::any_of(kept, [&](CheckIndexOp one) {
      return one.getIndices() == source && one.getAxis() == check.getAxis() &&
             one.getWraps() == check.getWraps();
    });
    if (again || typeOf(check.getIndices()).getNumElements() == 0 ||
        (range && isWithin(*range, sizeOf(check), check.getWraps()))) {
      check.erase();
      return;
    }
    check.getIndicesMutable().assign(source);
    moveUp(check, behind);
    kept.push_back(check);
    behind = check;
  };
  for (Operation &op : llvm::make_early_inc_range(block)) {
    if (auto scan = dyn_cast<ScanOp>(op)) {
      Operation *before = op.getPrevNode();
      liftOut(scan);
      Operation *next = before ? before->getNextNode() : &block.front();
      while (next != &op) {
        auto check = cast<CheckIndexOp>(next);
        next = next->getNextNode();
        settle(check);
      }
    }
    if (auto check = dyn_cast<CheckIndexOp>(op); check && !check.getReduced()) {
      settle(check);
      continue;
    }
    for (Region &region : op.getRegions())
      runOn(region.front(), ranges);
    op.walk([&](Operation *inner) { behind = isEffect(inner) ? &op : behind; });
  }
  for (CheckIndexOp check : kept)
    reduce(check);
}

namespace {
struct CheckIndicesPass : dlc::impl::CheckIndicesPassBase<CheckIndicesPass> {
  void runOnOperation() override {
    getOperation()->walk([](EntryOp entry) {
      Ranges ranges;
      runOn(entry.getBody().front(), ranges);
    });
  }
};
} // namespace
