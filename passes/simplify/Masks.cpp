//===- Masks.cpp - what is known of masks and choices --------------------------------===//
// Gradients choose by masks, and what `where` is asked for twice is asked for the same.
//
//   dlc.not (dlc.not %m)              =>  %m
//   dlc.select (dlc.not %m), %a, %b   =>  dlc.select %m, %b, %a
//   dlc.select %m, %a, %a             =>  %a
//   dlc.and %m, (dlc.splat true)      =>  %m
//===--------------------------------------------------------------------------===//
#include "passes/simplify/Patterns.h"

using namespace mlir;
using namespace dlc::ir;

namespace {
/// True or false everywhere, as far as it is known.
std::optional<bool> knownMask(Value mask) {
  while (auto movement = mask.getDefiningOp<Movement>())
    mask = movement->getOperand(0);
  auto splat = mask.getDefiningOp<SplatOp>();
  if (!splat)
    return std::nullopt;
  return !cast<IntegerAttr>(splat.getValue()).getValue().isZero();
}

struct DropDoubleNot : OpRewritePattern<NotOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(NotOp op, PatternRewriter &rewriter) const override {
    if (auto first = op.getX().getDefiningOp<NotOp>())
      return rewriter.replaceOp(op, first.getX()), success();
    return failure();
  }
};

struct DropSelect : OpRewritePattern<SelectOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SelectOp op, PatternRewriter &rewriter) const override {
    if (op.getLhs() == op.getRhs())
      return rewriter.replaceOp(op, op.getLhs()), success();
    if (std::optional<bool> mask = knownMask(op.getMask()))
      return rewriter.replaceOp(op, *mask ? op.getLhs() : op.getRhs()), success();
    return failure();
  }
};

struct TurnSelect : OpRewritePattern<SelectOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SelectOp op, PatternRewriter &rewriter) const override {
    auto negated = op.getMask().getDefiningOp<NotOp>();
    if (!negated)
      return failure();
    rewriter.replaceOpWithNewOp<SelectOp>(op, op.getType(), negated.getX(), op.getRhs(),
                                          op.getLhs());
    return success();
  }
};

/// `neutral` is the side that gives the other; anything else gives itself.
template <class OpT, bool neutral> struct FoldLogical : OpRewritePattern<OpT> {
  using OpRewritePattern<OpT>::OpRewritePattern;
  LogicalResult matchAndRewrite(OpT op, PatternRewriter &rewriter) const override {
    if (op.getLhs() == op.getRhs())
      return rewriter.replaceOp(op, op.getLhs()), success();
    if (!typeOf(op.getY()).getElementType().isInteger(1))
      return failure(); // of the bits of ints
    for (auto [side, other] :
         {std::pair(op.getLhs(), op.getRhs()), std::pair(op.getRhs(), op.getLhs())})
      if (std::optional<bool> mask = knownMask(side))
        return rewriter.replaceOp(op, *mask == neutral ? other : side), success();
    return failure();
  }
};
} // namespace

void dlc::addMaskPatterns(RewritePatternSet &patterns) {
  patterns.add<DropDoubleNot, DropSelect, TurnSelect, FoldLogical<AndOp, true>,
               FoldLogical<OrOp, false>>(patterns.getContext());
}
