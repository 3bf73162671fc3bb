//===- Movements.cpp - movements that cancel, join or sink -----------------------------===//
// What moves elements costs nothing by itself, but keeps ops apart that belong together; and what
// is computed from repeated elements alone is computed once and repeated then.
//
//   dlc.slice (dlc.pad %x)                     =>  %x, where the slice takes what was padded
//   dlc.exp (dlc.broadcast %x)                 =>  dlc.broadcast (dlc.exp %x)
//   dlc.exp (dlc.reshape %x)                   =>  dlc.reshape (dlc.exp %x), for axes of size 1
//   dlc.reduce_sum (dlc.broadcast %x)          =>  %x * count, along the dims that were added
//===--------------------------------------------------------------------------===//
#include "ir/graph/expr/Expr.h"
#include "passes/simplify/Patterns.h"

using namespace mlir;
using namespace dlc::ir;

namespace {
struct DropDoubleReverse : OpRewritePattern<ReverseOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReverseOp op, PatternRewriter &rewriter) const override {
    auto first = op.getX().getDefiningOp<ReverseOp>();
    if (!first)
      return failure();
    SmallVector<int64_t> dims; // what is turned round twice is not
    for (auto [one, other] : {std::pair(first, op), std::pair(op, first)})
      for (int64_t dim : one.getDims())
        if (!llvm::is_contained(other.getDims(), dim))
          dims.push_back(dim);
    llvm::sort(dims);
    rewriter.replaceOpWithNewOp<ReverseOp>(op, first.getX(), dims);
    return success();
  }
};

struct MergeSlices : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp op, PatternRewriter &rewriter) const override {
    auto first = op.getX().getDefiningOp<SliceOp>();
    if (!first)
      return failure();
    SmallVector<int64_t> starts, strides;
    for (auto [start, stride, outerStart, outerStride] :
         llvm::zip(first.getStarts(), first.getStrides(), op.getStarts(), op.getStrides())) {
      starts.push_back(start + outerStart * stride);
      strides.push_back(stride * outerStride);
    }
    rewriter.replaceOpWithNewOp<SliceOp>(op, first.getX(), starts, op.getSizes(), strides);
    return success();
  }
};

struct MergeBroadcasts : OpRewritePattern<BroadcastOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(BroadcastOp op, PatternRewriter &rewriter) const override {
    auto first = op.getX().getDefiningOp<BroadcastOp>();
    if (!first)
      return failure();
    SmallVector<int64_t> dims(op.getDims());
    int64_t from = 0; // of the first result, as the second places it
    for (int64_t dim = 0; dim < typeOf(op.getY()).getRank(); ++dim)
      if (!llvm::is_contained(op.getDims(), dim) && llvm::is_contained(first.getDims(), from++))
        dims.push_back(dim);
    llvm::sort(dims);
    rewriter.replaceOpWithNewOp<BroadcastOp>(op, op.getType(), first.getX(), dims);
    return success();
  }
};

/// The gradient of a slice pads it again, and the other way round.
struct DropSliceOfPad : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp op, PatternRewriter &rewriter) const override {
    auto pad = op.getX().getDefiningOp<PadOp>();
    if (!pad || pad.getX().getType() != op.getType() || op.getStarts() != pad.getLow())
      return failure();
    for (auto [stride, interior, size] :
         llvm::zip(op.getStrides(), pad.getInterior(), op.getSizes()))
      if (stride != interior + 1 && size > 1)
        return failure();
    return rewriter.replaceOp(op, pad.getX()), success();
  }
};

/// Shape and liveness alone.
RankedTensorType withoutElement(Value value) {
  return withElement(typeOf(value), IndexType::get(value.getContext()));
}

/// The movement of all of `op`'s operands, of values of one shape, but for those that are one
/// number; null if there is none.
template <class MovementOp>
MovementOp commonMovement(ScalarBody op, llvm::function_ref<bool(MovementOp, MovementOp)> isLike) {
  if (isa<CopyOp>(op) || op->getNumResults() != 1)
    return {};
  MovementOp like;
  for (Value operand : op->getOperands()) {
    auto movement = operand.getDefiningOp<MovementOp>();
    if (!movement && operand.getDefiningOp<SplatOp>())
      continue;
    if (!movement || (like && withoutElement(like.getX()) != withoutElement(movement.getX())) ||
        !isLike(movement, like ? like : movement))
      return {};
    like = movement;
  }
  return like;
}

/// `op` in another shape.
Value computeAs(RankedTensorType shape, ScalarBody op, ArrayRef<Value> operands,
                PatternRewriter &rewriter) {
  Operation *again = rewriter.clone(*op);
  again->setOperands(operands);
  Type element = typeOf(op->getResult(0)).getElementType();
  again->getResult(0).setType(withElement(shape, element));
  return again->getResult(0);
}

Value splatAs(RankedTensorType shape, SplatOp splat, PatternRewriter &rewriter) {
  return SplatOp::create(rewriter, splat.getLoc(),
                         withElement(shape, typeOf(splat).getElementType()), splat.getValue());
}

/// `op` of what its operands are movements of.
template <class MovementOp>
Value computeBefore(MovementOp like, ScalarBody op, PatternRewriter &rewriter) {
  RankedTensorType before = typeOf(like.getX());
  SmallVector<Value> operands;
  for (Value operand : op->getOperands())
    if (auto movement = operand.getDefiningOp<MovementOp>())
      operands.push_back(movement.getX());
    else
      operands.push_back(splatAs(before, operand.getDefiningOp<SplatOp>(), rewriter));
  return computeAs(before, op, operands, rewriter);
}

/// All operands are repeated along the same dims, or are one number: so is the result.
struct SinkBroadcast : OpInterfaceRewritePattern<ScalarBody> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;
  LogicalResult matchAndRewrite(ScalarBody op, PatternRewriter &rewriter) const override {
    auto like = commonMovement<BroadcastOp>(
        op, [](BroadcastOp one, BroadcastOp other) { return one.getDims() == other.getDims(); });
    if (!like)
      return failure();
    Value small = computeBefore(like, op, rewriter);
    rewriter.replaceOpWithNewOp<BroadcastOp>(op, op->getResult(0).getType(), small, like.getDims());
    return success();
  }
};

/// Equal sizes in the same order, apart from axes of one element.
bool sameButForOnes(Value one, Value other) {
  auto sizes = [](Value value) {
    SmallVector<std::pair<int64_t, LiveDim>> sizes;
    for (auto [size, live] : llvm::zip(typeOf(value).getShape(), liveOf(typeOf(value))))
      if (size != 1)
        sizes.push_back({size, live});
    return sizes;
  };
  return sizes(one) == sizes(other);
}

/// Axes of one element come and go behind arithmetic, so that what is computed from one sum has one
/// shape whether the sum's dims were kept or not.
struct SinkReshape : OpInterfaceRewritePattern<ScalarBody> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;
  LogicalResult matchAndRewrite(ScalarBody op, PatternRewriter &rewriter) const override {
    auto like = commonMovement<ReshapeOp>(
        op, [](ReshapeOp one, ReshapeOp) { return sameButForOnes(one.getX(), one.getY()); });
    if (!like)
      return failure();
    Value before = computeBefore(like, op, rewriter);
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op->getResult(0).getType(), before);
    return success();
  }
};

/// The result of a convolution in groups loses a dim for the channels of a group before a bias or
/// an activation reads it: they are computed in front of that, where they can be the convolution's
/// epilogue.
struct SinkReshapeOfConv : OpInterfaceRewritePattern<ScalarBody> {
  using OpInterfaceRewritePattern::OpInterfaceRewritePattern;
  /// Made by a convolution and elementwise ops behind it, for one reader.
  static bool isConvResult(Value value) {
    Operation *maker = value.hasOneUse() ? value.getDefiningOp() : nullptr;
    if (auto conv = dyn_cast_or_null<ConvOp>(maker))
      return conv.isGrouped();
    return isa_and_nonnull<ScalarBody>(maker) && !isa<CopyOp>(maker) &&
           llvm::any_of(maker->getOperands(), isConvResult);
  }
  LogicalResult matchAndRewrite(ScalarBody op, PatternRewriter &rewriter) const override {
    if (isa<CopyOp>(op) || op->getNumResults() != 1)
      return failure();
    const int64_t rank = typeOf(op->getResult(0)).getRank(); // grows, so that this comes to an end
    ReshapeOp like;
    for (Value operand : op->getOperands())
      if (auto reshape = operand.getDefiningOp<ReshapeOp>();
          reshape && reshape->hasOneUse() && typeOf(reshape.getX()).getRank() > rank &&
          sameButForOnes(reshape.getX(), operand) && isConvResult(reshape.getX()))
        like = reshape;
    if (!like)
      return failure();
    RankedTensorType before = typeOf(like.getX());
    SmallVector<Value> operands;
    for (Value operand : op->getOperands())
      if (operand == like.getY())
        operands.push_back(like.getX());
      else if (auto splat = operand.getDefiningOp<SplatOp>())
        operands.push_back(splatAs(before, splat, rewriter));
      else
        operands.push_back(ReshapeOp::create(
            rewriter, op.getLoc(), withElement(before, typeOf(operand).getElementType()), operand));
    Value again = computeAs(before, op, operands, rewriter);
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op->getResult(0).getType(), again);
    return success();
  }
};

/// As many times what is repeated as it is repeated.
struct DropSumOfBroadcast : OpRewritePattern<ReduceSumOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ReduceSumOp op, PatternRewriter &rewriter) const override {
    auto broadcast = op.getX().getDefiningOp<BroadcastOp>();
    if (!broadcast || broadcast.getX().getType() != op.getType() ||
        !llvm::equal(broadcast.getDims(), op.getDims()) ||
        !isa<FloatType>(typeOf(op).getElementType()))
      return failure();
    double count = 1;
    for (int64_t dim : op.getDims()) {
      if (liveOf(typeOf(broadcast))[dim].symbol)
        return failure();
      count *= double(typeOf(broadcast).getDimSize(dim));
    }
    ImplicitLocOpBuilder b(op.getLoc(), rewriter);
    Value number = emitNumber(b, count, op.getType());
    rewriter.replaceOpWithNewOp<MulOp>(op, broadcast.getX(), number);
    return success();
  }
};
} // namespace

void dlc::addMovementPatterns(RewritePatternSet &patterns) {
  patterns.add<DropDoubleReverse, MergeSlices, MergeBroadcasts, DropSliceOfPad, SinkBroadcast,
               SinkReshape, SinkReshapeOfConv, DropSumOfBroadcast>(patterns.getContext());
}
