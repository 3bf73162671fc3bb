//===- JointPlaces.cpp - parts of one buffer that one kernel makes -----------------===//
// A concatenation is an empty buffer that its operands are placed in, one after the other. By
// itself each place computes its operand in passing, and what several operands need is kept in
// buffers in between. Where there is such arithmetic, it is better done once.
//===--------------------------------------------------------------------------===//
#include "passes/fusion/JointPlaces.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace {
class Finder {
public:
  Finder(llvm::function_ref<bool(Operation *)> isElsewhere) : isElsewhere(isElsewhere) {}

  /// The places in `empty` if one kernel had better make them.
  SmallVector<PlaceOp> placesIn(EmptyOp empty) {
    SmallVector<PlaceOp> places;
    for (Value base = empty.getY(); base.hasOneUse();) {
      OpOperand &use = *base.getUses().begin();
      auto place = dyn_cast<PlaceOp>(use.getOwner());
      if (!place || use.get() != place.getBase() || use.getOperandNumber() == 0)
        break;
      places.push_back(place);
      base = place.getY();
    }
    if (places.size() < 2 || !llvm::all_of(places, [&](PlaceOp place) {
          Value x = place.getX(), first = places[0].getX();
          return isOwn(x.getDefiningOp()) && x.getType() == first.getType() &&
                 layoutOf(x) == layoutOf(place.getY()) && layoutOf(x) == layoutOf(first);
        }))
      return {};
    DenseMap<Operation *, PlaceOp> seen;
    bool shared = false;
    for (PlaceOp place : places)
      shared |= walk(place.getX().getDefiningOp(), place, seen);
    return shared ? places : SmallVector<PlaceOp>();
  }

private:
  bool isOwn(Operation *op) const {
    return op && isa<ScalarBody>(op) && !isa<CopyOp>(op) && op->getNumResults() == 1 &&
           !isElsewhere(op);
  }

  /// Whether an op that `op` is computed from, or itself, is seen from another place.
  bool walk(Operation *op, PlaceOp place, DenseMap<Operation *, PlaceOp> &seen) {
    if (!isOwn(op))
      return false;
    auto [it, isNew] = seen.try_emplace(op, place);
    if (!isNew)
      return it->second != place;
    bool shared = false;
    for (Value operand : op->getOperands())
      shared |= walk(operand.getDefiningOp(), place, seen);
    return shared;
  }

  llvm::function_ref<bool(Operation *)> isElsewhere;
};
} // namespace

DenseSet<Operation *> dlc::findJointPlaces(Block &block,
                                           llvm::function_ref<bool(Operation *)> isElsewhere) {
  DenseSet<Operation *> joint;
  for (EmptyOp empty : block.getOps<EmptyOp>())
    for (PlaceOp place : Finder(isElsewhere).placesIn(empty))
      joint.insert(place);
  return joint;
}
