//===- JoinPads.cpp - a sum of padded parts is a concatenation ----------------------===//
// The gradient of split is a sum of paddings, each a whole tensor that is mostly zeros:
//
//   %p = dlc.pad %a high = [2]  %q = dlc.pad %b low = [3]  %s = dlc.add %p, %q
// =>
//   %s = dlc.concat %a, %b dim = 0
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "mlir/IR/PatternMatch.h"
#include "passes/simplify/Patterns.h"

using namespace mlir;
using namespace dlc::ir;

static bool isZeroPad(PadOp pad) {
  return pad && pad->hasOneUse() && pad.getValue().isZero() &&
         llvm::all_of(pad.getInterior(), [](int64_t amount) { return amount == 0; });
}

/// The dim along which `behind` begins where `before` ends, the other dims being padded alike.
static std::optional<int64_t> joinedDim(PadOp before, PadOp behind) {
  std::optional<int64_t> joined;
  for (int64_t dim = 0; dim < typeOf(before.getY()).getRank(); ++dim) {
    int64_t low = before.getLow()[dim], high = before.getHigh()[dim];
    int64_t nextLow = behind.getLow()[dim], nextHigh = behind.getHigh()[dim];
    if (low == nextLow && high == nextHigh)
      continue;
    if (joined || nextLow != low + typeOf(before.getX()).getDimSize(dim))
      return std::nullopt;
    joined = dim;
  }
  return joined;
}

namespace {
struct JoinPads : OpRewritePattern<AddOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(AddOp op, PatternRewriter &rewriter) const override {
    auto before = op.getLhs().getDefiningOp<PadOp>(), behind = op.getRhs().getDefiningOp<PadOp>();
    if (!isZeroPad(before) || !isZeroPad(behind) || before == behind)
      return failure();
    std::optional<int64_t> dim = joinedDim(before, behind);
    if (!dim) {
      std::swap(before, behind);
      dim = joinedDim(before, behind);
    }
    if (!dim)
      return failure();
    Value whole = ConcatOp::create(rewriter, op.getLoc(), ValueRange{before.getX(), behind.getX()},
                                   uint64_t(*dim));
    SmallVector<int64_t> low(before.getLow()), high(before.getHigh());
    high[*dim] = behind.getHigh()[*dim];
    rewriter.replaceOpWithNewOp<PadOp>(op, whole, low, high, before.getInterior(),
                                       before.getValue());
    return success();
  }
};

/// Parts of parts are parts.
struct MergeConcats : OpRewritePattern<ConcatOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConcatOp op, PatternRewriter &rewriter) const override {
    SmallVector<Value> parts;
    for (Value x : op.getXs()) {
      auto inner = x.getDefiningOp<ConcatOp>();
      if (inner && inner->hasOneUse() && inner.getDim() == op.getDim())
        llvm::append_range(parts, inner.getXs());
      else
        parts.push_back(x);
    }
    if (parts.size() == op.getXs().size())
      return failure();
    rewriter.replaceOpWithNewOp<ConcatOp>(op, parts, op.getDim());
    return success();
  }
};
} // namespace

void dlc::addJoinPads(RewritePatternSet &patterns) {
  patterns.add<JoinPads, MergeConcats>(patterns.getContext());
}
