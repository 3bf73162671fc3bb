//===- Simplify.cpp - identities, constants, movements that cancel ----------------===//
// After differentiation and before layouts: gradient rules are written for clarity and leave
// `x * 1`, `x + 0`, two permutes in a row or arithmetic on constants behind. Patterns speak
// of ops, one small struct each: arithmetic here, masks, movements and loops in the files beside
// this one; CSE and dead code are upstream's.
//
//   %0 = dlc.splat 1.0   %1 = dlc.mul %x, %0                     =>  %x
//   %0 = dlc.permute %x perm = [1,0]  %1 = dlc.permute %0 [1,0]  =>  %x
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Precision.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/IR/PatternMatch.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"
#include "passes/Passes.h"
#include "passes/simplify/Patterns.h"
#include <cmath>

using namespace mlir;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_SIMPLIFYPASS
#include "passes/Passes.h.inc"
} // namespace dlc

std::optional<double> dlc::splatOf(Value value) {
  while (auto movement = value.getDefiningOp<Movement>())
    value = movement->getOperand(0);
  auto splat = value.getDefiningOp<SplatOp>();
  if (!splat)
    return std::nullopt;
  if (auto number = dyn_cast<FloatAttr>(splat.getValue()))
    return number.getValueAsDouble();
  auto number = cast<IntegerAttr>(splat.getValue());
  if (isUnsigned(number.getType()))
    return double(number.getValue().getZExtValue());
  return double(number.getInt());
}

namespace {
/// Binary ops with a neutral element on either side.
template <class OpT> struct DropNeutral : OpRewritePattern<OpT> {
  DropNeutral(MLIRContext *context, std::optional<double> left, double right)
      : OpRewritePattern<OpT>(context), left(left), right(right) {}
  LogicalResult matchAndRewrite(OpT op, PatternRewriter &rewriter) const override {
    if (dlc::splatOf(op.getRhs()) == right)
      return rewriter.replaceOp(op, op.getLhs()), success();
    if (left && dlc::splatOf(op.getLhs()) == left)
      return rewriter.replaceOp(op, op.getRhs()), success();
    return failure();
  }
  std::optional<double> left;
  double right;
};

/// Arithmetic on floats that are known. Only what is exact in any precision's own arithmetic:
/// the operation is done in the element type.
template <class OpT, class Fold> struct FoldFloats : OpRewritePattern<OpT> {
  FoldFloats(MLIRContext *context, Fold fold) : OpRewritePattern<OpT>(context), fold(fold) {}
  LogicalResult matchAndRewrite(OpT op, PatternRewriter &rewriter) const override {
    RankedTensorType type = typeOf(op.getResult());
    std::optional<double> lhs = dlc::splatOf(op.getLhs()), rhs = dlc::splatOf(op.getRhs());
    if (!lhs || !rhs || !isa<FloatType>(type.getElementType()))
      return failure();
    // f16 and bf16 are computed in f32 and rounded once, by the attribute.
    double number = type.getElementType().isF64() ? fold(*lhs, *rhs)
                                                  : double(float(fold(float(*lhs), float(*rhs))));
    rewriter.replaceOpWithNewOp<SplatOp>(op, type,
                                         rewriter.getFloatAttr(type.getElementType(), number));
    return success();
  }
  Fold fold;
};

/// A movement of a constant is that constant in another shape; one that moves nothing goes.
struct DropMovement : OpInterfaceRewritePattern<Movement> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;
  LogicalResult matchAndRewrite(Movement op, PatternRewriter &rewriter) const override {
    Value x = op->getOperand(0);
    Type type = op->getResult(0).getType();
    if (auto splat = x.getDefiningOp<SplatOp>()) {
      rewriter.replaceOpWithNewOp<SplatOp>(op, type, splat.getValue());
      return success();
    }
    if (x.getType() == type && op.sourceMap().isIdentity())
      return rewriter.replaceOp(op, x), success();
    return failure();
  }
};

struct MergePermutes : OpRewritePattern<PermuteOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(PermuteOp op, PatternRewriter &rewriter) const override {
    auto first = op.getX().getDefiningOp<PermuteOp>();
    if (!first)
      return failure();
    SmallVector<int64_t> perm;
    for (int64_t dim : op.getPerm())
      perm.push_back(first.getPerm()[dim]);
    rewriter.replaceOpWithNewOp<PermuteOp>(op, first.getX(), perm);
    return success();
  }
};

struct MergeReshapes : OpRewritePattern<ReshapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReshapeOp op, PatternRewriter &rewriter) const override {
    auto first = op.getX().getDefiningOp<ReshapeOp>();
    if (!first)
      return failure();
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), first.getX());
    return success();
  }
};

struct DropPad : OpRewritePattern<PadOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(PadOp op, PatternRewriter &rewriter) const override {
    if (op.getX().getType() != op.getType())
      return failure();
    return rewriter.replaceOp(op, op.getX()), success();
  }
};

struct DropConvert : OpRewritePattern<ConvertOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConvertOp op, PatternRewriter &rewriter) const override {
    if (op.getX().getType() != op.getType())
      return failure();
    return rewriter.replaceOp(op, op.getX()), success();
  }
};

struct DropDoubleNegation : OpRewritePattern<NegOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(NegOp op, PatternRewriter &rewriter) const override {
    if (auto first = op.getX().getDefiningOp<NegOp>())
      return rewriter.replaceOp(op, first.getX()), success();
    return failure();
  }
};

template <class OpT, class Fold> void addFold(RewritePatternSet &patterns, Fold fold) {
  patterns.add<FoldFloats<OpT, Fold>>(patterns.getContext(), fold);
}

struct SimplifyPass : dlc::impl::SimplifyPassBase<SimplifyPass> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<DropNeutral<AddOp>>(&getContext(), 0.0, 0.0);
    patterns.add<DropNeutral<SubOp>>(&getContext(), std::nullopt, 0.0);
    patterns.add<DropNeutral<MulOp>>(&getContext(), 1.0, 1.0);
    patterns.add<DropNeutral<DivOp>>(&getContext(), std::nullopt, 1.0);
    addFold<AddOp>(patterns, [](auto x, auto y) { return x + y; });
    addFold<SubOp>(patterns, [](auto x, auto y) { return x - y; });
    addFold<MulOp>(patterns, [](auto x, auto y) { return x * y; });
    addFold<DivOp>(patterns, [](auto x, auto y) { return x / y; });
    patterns
        .add<DropMovement, MergePermutes, MergeReshapes, DropPad, DropConvert, DropDoubleNegation>(
            &getContext());
    dlc::addFunctionPatterns(patterns);
    dlc::addJoinPads(patterns);
    dlc::addMaskPatterns(patterns);
    dlc::addMovementPatterns(patterns);
    dlc::addLoopPatterns(patterns);
    dlc::addConvolutionPatterns(patterns);
    dlc::addFactorPatterns(patterns);
    if (failed(applyPatternsGreedily(getOperation(), std::move(patterns))))
      signalPassFailure();
  }
};
} // namespace
