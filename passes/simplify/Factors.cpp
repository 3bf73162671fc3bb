//===- Factors.cpp - a factor that two products share is taken out -------------------===//
// A gradient multiplies by what comes from behind in every term of the product rule. Taken out, it
// is multiplied once, and what is left knows nothing of it: it can be computed where the forward
// values are, in their kernel.
//
//   dlc.add (dlc.mul (dlc.mul %g, %a), %b), (dlc.mul %g, %c)
//     =>  dlc.mul %g, (dlc.add (dlc.mul %a, %b), %c)
//===--------------------------------------------------------------------------------===//
#include "passes/simplify/Patterns.h"

using namespace mlir;
using namespace dlc::ir;

namespace {
/// What is multiplied to `value`, through products that have no other reader.
void collectFactors(Value value, SmallVectorImpl<Value> &factors) {
  auto product = value.getDefiningOp<MulOp>();
  if (!product || !product->hasOneUse()) {
    factors.push_back(value);
    return;
  }
  collectFactors(product.getLhs(), factors);
  collectFactors(product.getRhs(), factors);
}

/// Numbers first: they become one.
Value productOf(ArrayRef<Value> factors, Location loc, RewriterBase &rewriter) {
  Value product;
  for (bool numbers : {true, false})
    for (Value factor : factors)
      if (bool(dlc::splatOf(factor)) == numbers)
        product = product ? MulOp::create(rewriter, loc, product, factor).getResult() : factor;
  return product;
}

template <class SumOp> struct TakeOutFactor : OpRewritePattern<SumOp> {
  using OpRewritePattern<SumOp>::OpRewritePattern;
  LogicalResult matchAndRewrite(SumOp op, PatternRewriter &rewriter) const override {
    if (!isa<FloatType>(typeOf(op.getY()).getElementType()))
      return failure(); // nothing differentiates integers
    SmallVector<Value> left, right;
    collectFactors(op.getLhs(), left);
    collectFactors(op.getRhs(), right);
    // Of the gradient: the first factor of the left term that is no number or repeated one.
    auto shared = llvm::find_if(left, [&](Value factor) {
      return !isa_and_nonnull<Creation, Movement>(factor.getDefiningOp()) &&
             llvm::is_contained(right, factor);
    });
    if (shared == left.end() || left.size() < 2 || right.size() < 2)
      return failure();
    Value factor = *shared;
    left.erase(shared);
    right.erase(llvm::find(right, factor));
    Value first = productOf(left, op.getLoc(), rewriter);
    Value second = productOf(right, op.getLoc(), rewriter);
    Value rest = SumOp::create(rewriter, op.getLoc(), first, second);
    rewriter.replaceOpWithNewOp<MulOp>(op, factor, rest);
    return success();
  }
};
} // namespace

void dlc::addFactorPatterns(RewritePatternSet &patterns) {
  patterns.add<TakeOutFactor<AddOp>, TakeOutFactor<SubOp>>(patterns.getContext());
}
