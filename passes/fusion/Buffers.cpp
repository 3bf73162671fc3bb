//===- Buffers.cpp - which values have a buffer of their own ---------------------===//
#include "passes/fusion/Buffers.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

bool dlc::isGiven(Operation *op) { return isa<SettingValueOp, ConstantOp, EmptyOp>(op); }
bool dlc::moves(Operation *op) { return isa<Movement, PadOp>(op); }
bool dlc::isFree(Operation *op) { return moves(op) || isa<Creation>(op) || isGiven(op); }
bool dlc::isElementwise(Operation *op) { return isa<ScalarBody, Lookup>(op) && !isa<CopyOp>(op); }

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
