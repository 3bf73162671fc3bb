//===- Materialize.cpp - which values need a buffer of their own --------------------===//
// Movements and creations have no buffer: they are computed where they are read. What leaves a
// block must have one, and so must what a view renames, what a loop or a branch takes, and what the
// host looks at.
//===--------------------------------------------------------------------------===//
#include "passes/fusion/Materialize.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/IR/Iterators.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "passes/fusion/Buffers.h"
#include "passes/fusion/Groups.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

/// Whether kernels can read the operand of a padding where it lies: a part of a buffer in the order
/// that is wanted.
static bool liesAsWanted(PadOp pad) {
  RankedTensorType x = typeOf(pad.getX());
  for (int64_t dim = 0; dim < x.getRank(); ++dim)
    if (pad.getInterior()[dim] ||
        (x.getDimSize(dim) < 2 && typeOf(pad.getY()).getDimSize(dim) != x.getDimSize(dim)))
      return false;
  std::optional<Part> part = partOf(pad.getX(), [](Value value) {
    Operation *op = value.getDefiningOp();
    return !op || !isFree(op) || isAlias(op);
  });
  return part && part->layoutIn(layoutOf(part->base)) == layoutOf(pad);
}

/// Whether all that is done with `padded` is to run windows over it. Products of bf16 copy what
/// they read, and have no eyes for edges there.
static bool hasWindowsOnly(Value padded) {
  return llvm::all_of(padded.getUses(), [](OpOperand &use) {
    Operation *op = use.getOwner();
    if (auto conv = dyn_cast<ConvOp>(op))
      return use.getOperandNumber() == 0 && !conv.getBf16();
    return isa<PermuteOp, ReshapeOp, SliceOp>(op) && !isAlias(op) &&
           hasWindowsOnly(op->getResult(0));
  });
}

/// Where channels lie side by side, a row of the window is some channels at each of its places.
/// With few channels it is better one row of padded places.
static bool hasFewChannels(PadOp pad) {
  constexpr int64_t few = 8;
  return typeOf(pad).getDimSize(layoutOf(pad).back()) < few;
}

/// Padding is read in place (step.padded), or else a filled buffer with the operand's elements put
/// over it.
static void expandPads(EntryOp entry) {
  SmallVector<PadOp> pads;
  entry.walk([&](PadOp pad) {
    if (!liesAsWanted(pad) || !hasWindowsOnly(pad) || hasFewChannels(pad))
      pads.push_back(pad);
  });
  for (PadOp pad : pads) {
    ImplicitLocOpBuilder b(pad.getLoc(), pad);
    Value number = emitNumber(b, pad.getValue().convertToDouble(), pad.getType());
    auto base = CopyOp::create(b, number);
    setLayout(base->getResult(0), layoutOf(pad));
    Value whole = base;
    if (typeOf(pad.getX()).getNumElements() > 0) {
      auto place = PlaceOp::create(b, pad.getX(), whole, pad.getLow(), pad.getInterior());
      setLayout(place->getResult(0), layoutOf(pad));
      whole = place;
    }
    pad.replaceAllUsesWith(whole);
    pad.erase();
  }
}

/// Concatenation is a buffer with the operands put next to each other.
static void expandConcats(EntryOp entry) {
  SmallVector<ConcatOp> concats;
  entry.walk([&](ConcatOp concat) { concats.push_back(concat); });
  for (ConcatOp concat : concats) {
    ImplicitLocOpBuilder b(concat.getLoc(), concat);
    auto empty = EmptyOp::create(b, concat.getType());
    setLayout(empty->getResult(0), layoutOf(concat));
    Value whole = empty;
    SmallVector<int64_t> low(concat.getType().getRank(), 0), interior(low);
    for (Value x : concat.getXs()) {
      if (typeOf(x).getNumElements() == 0)
        continue;
      auto place = PlaceOp::create(b, x, whole, low, interior);
      setLayout(place->getResult(0), layoutOf(concat));
      low[concat.getDim()] += typeOf(x).getDimSize(concat.getDim());
      whole = place;
    }
    concat.replaceAllUsesWith(whole);
    concat.erase();
  }
}

/// What has no elements was placed nowhere, and nobody else may want it.
static void eraseDead(EntryOp entry) {
  entry.walk<WalkOrder::PostOrder, ReverseIterator>([](Operation *op) {
    if (isOpTriviallyDead(op))
      op->erase();
  });
}

/// An overlay goes over its base in place, so it gets one of its own.
static void copyBases(EntryOp entry) {
  entry.walk([](Overlay op) {
    OpOperand &base = op->getOpOperand(op->getNumOperands() - 1);
    // Nobody else wants what was made for it alone: a copy, an empty buffer, an overlay before.
    if (isa_and_nonnull<CopyOp, EmptyOp, Overlay>(base.get().getDefiningOp()) &&
        base.get().hasOneUse() && layoutOf(base.get()) == layoutOf(op->getResult(0)))
      return;
    OpBuilder b(op);
    auto copy = CopyOp::create(b, op.getLoc(), base.get());
    setLayout(copy->getResult(0), layoutOf(op->getResult(0)));
    base.set(copy);
  });
}

static bool hasNoBuffer(Value value) {
  Operation *op = value.getDefiningOp();
  return op && isa<Movement, Creation, SettingValueOp, ConstantOp>(op) && !isAlias(op);
}

/// Hands `use` a copy in the storage order `layout`.
static void handCopy(OpOperand &use, ArrayRef<int64_t> layout) {
  OpBuilder b(use.getOwner());
  auto op = CopyOp::create(b, use.get().getLoc(), use.get());
  setLayout(op->getResult(0), layout);
  use.set(op);
}

/// The terminator hands out one buffer a value, each made in this block. `before`: the arguments
/// whose new values stand from `firstState` on; one that stays as it is needs no buffer.
static void materializeTerminator(Operation *terminator, unsigned firstState,
                                  Block::BlockArgListType before) {
  DenseSet<Value> seen;
  for (OpOperand &use : terminator->getOpOperands()) {
    unsigned place = use.getOperandNumber();
    Value state = place >= firstState ? before[place - firstState] : Value();
    if (state && use.get() == state)
      continue;
    Layout wanted = state ? layoutOf(state) : rowMajor(typeOf(use.get()).getRank());
    Value base = use.get(); // what it is under another shape
    while (base.getDefiningOp() && isAlias(base.getDefiningOp()))
      base = base.getDefiningOp()->getOperand(0);
    // A product is made in the state's place and shape; arithmetic on elements takes its shape.
    const bool isOwn =
        base == use.get() || (state && isa_and_nonnull<Structured>(base.getDefiningOp()));
    if (hasNoBuffer(use.get()) || isa<BlockArgument>(base) || !seen.insert(base).second ||
        layoutOf(use.get()) != wanted || !isOwn)
      handCopy(use, wanted);
  }
}

/// Loops walk along dim 0 and carry values from step to step: both want row-major, as the host
/// does.
static void materializeOperands(Operation *op) {
  unsigned straight = isEffect(op) ? op->getNumOperands() : 0;
  if (auto scan = dyn_cast<ScanOp>(op))
    straight = scan.getCarries().size() + scan.getXs().size();
  for (OpOperand &use : op->getOpOperands()) {
    Layout layout = layoutOf(use.get());
    bool turn = use.getOperandNumber() < straight && !isRowMajor(layout);
    if (hasNoBuffer(use.get()) || turn)
      handCopy(use, turn ? rowMajor(layout.size()) : layout);
  }
}

static void materializeBlock(Block &block, unsigned firstState, Block::BlockArgListType before) {
  for (Operation &op : llvm::make_early_inc_range(block)) {
    if (isAlias(&op) || isa<WholeKernel>(op)) // the latter takes what no loop nest reads
      for (OpOperand &operand : op.getOpOperands())
        if (hasNoBuffer(operand.get()))
          handCopy(operand, layoutOf(operand.get()));
    if (holdsLaunches(&op) || isEffect(&op))
      materializeOperands(&op);
    if (!holdsLaunches(&op))
      continue;
    if (auto scan = dyn_cast<ScanOp>(op))
      materializeBlock(scan.getBody().front(), scan.numStacked(), scan.carryArguments());
    else
      for (Region &region : op.getRegions())
        materializeBlock(region.front(), op.getNumResults(), {});
  }
  materializeTerminator(block.getTerminator(), firstState, before);
}

void dlc::materialize(EntryOp entry) {
  copyBases(entry);
  expandPads(entry);
  expandConcats(entry);
  eraseDead(entry);
  materializeBlock(entry.getBody().front(), entry.getResults().size(), entry.stateArguments());
}
