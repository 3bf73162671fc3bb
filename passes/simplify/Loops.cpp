//===- Loops.cpp - what a loop need not carry, read or give -----------------------------===//
// A gradient asks a forward loop for more than anyone uses in the end, and bodies see more than
// they read.
//
//   a stacked result that nobody reads goes, and so does a constant or slice that the body does
//   not read, a carry that nobody reads, and a carry that never changes becomes a constant; slices
//   that are stacked again as they are are what they were taken from
//===--------------------------------------------------------------------------===//
#include "passes/simplify/Patterns.h"

using namespace mlir;
using namespace dlc::ir;

namespace {
/// Carries that every step hands on as they are.
struct DropConstantCarry : OpRewritePattern<ScanOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ScanOp op, PatternRewriter &rewriter) const override {
    for (unsigned k = 0; k < op.getCarries().size(); ++k) {
      Value carry = op.carryArguments()[k], next = op.carryValues()[k];
      if (carry != next || (op.getExits() && k == 0))
        continue;
      Value init = op.getCarries()[k];
      Value result = op.getResult(op.numStacked() + k);
      bool read = !carry.hasOneUse();
      if (!read && result.use_empty())
        continue; // DropUnused takes it away
      rewriter.modifyOpInPlace(op, [&] {
        if (read) {
          unsigned place = 1 + op.getXs().size() + op.getConsts().size();
          Value constant =
              op.getBody().front().insertArgument(place, carry.getType(), carry.getLoc());
          Operation *terminator = op.terminator();
          carry.replaceUsesWithIf(constant, [&](OpOperand &use) {
            return use.getOwner() != terminator || use.getOperandNumber() != op.numStacked() + k;
          });
          op.getConstsMutable().append(init);
        }
      });
      rewriter.replaceAllUsesWith(result, init);
      return success();
    }
    return failure();
  }
};

/// Results that are what the loop runs over.
struct DropRestacked : OpRewritePattern<ScanOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ScanOp op, PatternRewriter &rewriter) const override {
    if (op.getExits()) // of steps that are not run nothing is stacked
      return failure();
    bool changed = false;
    for (auto [i, value] : llvm::enumerate(op.stackedValues()))
      for (auto [slice, x] : llvm::zip(op.xArguments(), op.getXs()))
        if (value == slice && !op.getResult(i).use_empty()) {
          rewriter.replaceAllUsesWith(op.getResult(i), x);
          changed = true;
        }
    return success(changed);
  }
};

struct DropUnused : OpRewritePattern<ScanOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ScanOp op, PatternRewriter &rewriter) const override {
    unsigned stacked = op.numStacked();
    SmallVector<Value> carries, xs, consts, yielded;
    SmallVector<Type> types;
    SmallVector<unsigned> results; // kept
    llvm::BitVector arguments(op.getBody().getNumArguments());
    auto keep = [&](unsigned result) {
      results.push_back(result);
      types.push_back(op.getResult(result).getType());
      yielded.push_back(op.terminator()->getOperand(result));
    };
    for (unsigned i = 0; i < stacked; ++i)
      if (!op.getResult(i).use_empty())
        keep(i);
    unsigned place = 1;
    auto sort = [&](ValueRange operands, SmallVectorImpl<Value> &kept) {
      for (Value operand : operands) {
        if (op.getBody().getArgument(place).use_empty())
          arguments.set(place);
        else
          kept.push_back(operand);
        ++place;
      }
    };
    sort(op.getXs(), xs);
    sort(op.getConsts(), consts);
    for (auto [k, init] : llvm::enumerate(op.getCarries())) {
      Value carry = op.getBody().getArgument(place);
      Value next = op.carryValues()[k];
      bool read = !carry.use_empty() && !(carry.hasOneUse() && next == carry);
      if (!read && op.getResult(stacked + k).use_empty() && !(op.getExits() && k == 0)) {
        arguments.set(place);
      } else {
        carries.push_back(init);
        keep(stacked + k);
      }
      ++place;
    }
    if (arguments.none() && results.size() == op.getNumResults())
      return failure();
    auto smaller = ScanOp::create(rewriter, op.getLoc(), types, carries, xs, consts,
                                  op.getLengthAttr(), op.getLiveAttr(), op.getReverseAttr(),
                                  op.getExitsAttr(), op.getRecomputeAttr());
    rewriter.modifyOpInPlace(op.terminator(), [&] { op.terminator()->setOperands(yielded); });
    op.getBody().front().eraseArguments(arguments);
    rewriter.inlineRegionBefore(op.getBody(), smaller.getBody(), smaller.getBody().begin());
    for (auto [i, result] : llvm::enumerate(results))
      rewriter.replaceAllUsesWith(op.getResult(result), smaller.getResult(i));
    rewriter.eraseOp(op);
    return success();
  }
};
} // namespace

void dlc::addLoopPatterns(RewritePatternSet &patterns) {
  patterns.add<DropConstantCarry, DropRestacked, DropUnused>(patterns.getContext());
}
