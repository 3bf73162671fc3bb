//===- SplitSums.cpp - long sums with few results in two steps -----------------------===//
// The sums of a batch of images by channel are too few to be shared out among threads, and each is
// long. So one of the dims they go over is kept at first, the outermost in memory, and summed over
// afterwards. How a sum is split depends on its shape alone, so its bits do not depend on threads.
//
//   %s = dlc.reduce_sum %x dims = [0, 2, 3]  =>  %p = dlc.reduce_sum %x dims = [2, 3]
//                                                %s = dlc.reduce_sum %p dims = [0]
//===--------------------------------------------------------------------------------===//
#include "passes/fusion/Rows.h"
#include "passes/layout/Layout.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

/// The dim to keep at first; -1 if the sum is best done at once.
static int64_t dimToKeep(ReduceSumOp sum) {
  constexpr int64_t fewResults = 256, longSum = 1 << 18;
  RankedTensorType type = typeOf(sum.getX());
  if (sum.getDims().size() < 2 || typeOf(sum.getY()).getNumElements() > fewResults ||
      type.getNumElements() < longSum)
    return -1;
  for (int64_t axis : layoutOf(sum.getX())) {
    const int64_t size = type.getDimSize(axis);
    if (llvm::is_contained(sum.getDims(), axis) && size >= 4 && size <= 512)
      return axis;
  }
  return -1;
}

void dlc::splitSums(Block &block) {
  SmallVector<ReduceSumOp> sums(block.getOps<ReduceSumOp>());
  for (ReduceSumOp sum : sums) {
    const int64_t kept = dimToKeep(sum);
    if (kept < 0 || !isa<FloatType>(typeOf(sum.getX()).getElementType()) ||
        typeOf(sum.getX()).getElementTypeBitWidth() < 32) // narrow ones would be rounded twice
      continue;
    SmallVector<int64_t> inner;
    int64_t behind = kept; // where the kept dim stands then
    for (int64_t dim : sum.getDims()) {
      if (dim != kept)
        inner.push_back(dim);
      behind -= dim < kept;
    }
    OpBuilder b(sum);
    auto parts = ReduceSumOp::create(b, sum.getLoc(), sum.getX(), inner);
    auto whole = ReduceSumOp::create(b, sum.getLoc(), parts.getY(), ArrayRef<int64_t>{behind});
    whole->setDiscardableAttrs(sum->getDiscardableAttrDictionary());
    sum.replaceAllUsesWith(whole.getY());
    sum.erase();
  }
}
