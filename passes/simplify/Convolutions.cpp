//===- Convolutions.cpp - the gradients of convolutions compute what is wanted and no more
//-------===//
// The gradient of x convolves the padded gradient of y; the gradients of padding and striding then
// cut from the result or have put zeros between the elements. Neither need be computed:
//
//   dlc.slice (dlc.conv %x, %w)                    =>  dlc.conv (dlc.slice %x), %w
//                                                      (also through a reshape by dims of 1)
//   dlc.slice (dlc.pad %x)                         =>  dlc.pad %x, by less
//   dlc.conv (dlc.pad %x interior = [.., 1]), %w   =>  one conv for even places and one for odd
//                                                      ones, each with every second element of w
//===--------------------------------------------------------------------------===//
#include "ir/graph/expr/Expr.h"
#include "passes/simplify/Patterns.h"

using namespace mlir;
using namespace dlc::ir;

static bool takesAll(SliceOp slice, int64_t dim) {
  return slice.getStarts()[dim] == 0 && slice.getStrides()[dim] == 1 &&
         slice.getSizes()[dim] == typeOf(slice.getX()).getDimSize(dim);
}

namespace {
/// A part of a result needs a part of the image.
struct SinkSliceIntoConv : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp op, PatternRewriter &rewriter) const override {
    auto conv = op.getX().getDefiningOp<ConvOp>();
    if (!conv || !conv->hasOneUse())
      return failure();
    RankedTensorType x = typeOf(conv.getX()), w = typeOf(conv.getW());
    const int64_t rank = x.getRank(), first = rank - conv.getStrides().size();
    SmallVector<int64_t> starts(rank, 0), sizes(x.getShape()), ones(rank, 1), strides;
    for (int64_t dim = 0; dim < first; ++dim)
      if (!takesAll(op, dim))
        return failure();
    for (int64_t dim = first; dim < rank; ++dim) {
      const int64_t stride = conv.getStrides()[dim - first];
      const int64_t reach = (w.getDimSize(dim) - 1) * conv.getDilations()[dim - first] + 1;
      if (op.getSizes()[dim] == 0)
        return failure();
      strides.push_back(stride * op.getStrides()[dim]);
      starts[dim] = op.getStarts()[dim] * stride;
      sizes[dim] = (op.getSizes()[dim] - 1) * strides.back() + reach;
    }
    Value part = SliceOp::create(rewriter, op.getLoc(), conv.getX(), starts, sizes, ones);
    rewriter.replaceOpWithNewOp<ConvOp>(op, part, conv.getW(), strides, conv.getDilations());
    return success();
  }
};

struct SinkSliceIntoPermute : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp op, PatternRewriter &rewriter) const override {
    auto permute = op.getX().getDefiningOp<PermuteOp>();
    if (!permute)
      return failure();
    const size_t rank = permute.getPerm().size();
    SmallVector<int64_t> starts(rank), sizes(rank), strides(rank);
    for (auto [to, from] : llvm::enumerate(permute.getPerm())) {
      starts[from] = op.getStarts()[to];
      sizes[from] = op.getSizes()[to];
      strides[from] = op.getStrides()[to];
    }
    Value part = SliceOp::create(rewriter, op.getLoc(), permute.getX(), starts, sizes, strides);
    rewriter.replaceOpWithNewOp<PermuteOp>(op, part, permute.getPerm());
    return success();
  }
};

/// A dim of one element, such as the channels of a group in a depthwise convolution, stands in
/// nobody's way.
struct SinkSliceIntoReshape : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp op, PatternRewriter &rewriter) const override {
    auto reshape = op.getX().getDefiningOp<ReshapeOp>();
    if (!reshape || !reshape->hasOneUse() || !reshape.getX().getDefiningOp<ConvOp>())
      return failure();
    RankedTensorType from = typeOf(reshape.getX()), to = typeOf(reshape.getY());
    SmallVector<int64_t> starts(from.getRank(), 0), sizes(starts.size(), 1), strides = sizes;
    int64_t dim = 0;
    auto skipOnes = [&] {
      while (dim < from.getRank() && from.getDimSize(dim) == 1)
        ++dim;
    };
    for (int64_t above = 0; above < to.getRank(); ++above) {
      if (to.getDimSize(above) == 1)
        continue;
      skipOnes();
      if (dim == from.getRank() || from.getDimSize(dim) != to.getDimSize(above))
        return failure();
      starts[dim] = op.getStarts()[above];
      sizes[dim] = op.getSizes()[above];
      strides[dim++] = op.getStrides()[above];
    }
    skipOnes();
    for (int64_t above = 0; above < to.getRank(); ++above)
      if (to.getDimSize(above) == 1 && !takesAll(op, above))
        return failure();
    if (dim < from.getRank())
      return failure();
    Value part = SliceOp::create(rewriter, op.getLoc(), reshape.getX(), starts, sizes, strides);
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, op.getType(), part);
    return success();
  }
};

/// What is cut off again is not put there.
struct ShrinkPad : OpRewritePattern<SliceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SliceOp op, PatternRewriter &rewriter) const override {
    auto pad = op.getX().getDefiningOp<PadOp>();
    if (!pad || !pad->hasOneUse())
      return failure();
    RankedTensorType x = typeOf(pad.getX()), padded = typeOf(pad.getY());
    SmallVector<int64_t> low(pad.getLow()), high(pad.getHigh());
    for (int64_t dim = 0; dim < x.getRank(); ++dim) {
      if (takesAll(op, dim))
        continue;
      const int64_t start = op.getStarts()[dim];
      const int64_t cut = padded.getDimSize(dim) - start - op.getSizes()[dim];
      if (op.getStrides()[dim] != 1 || start > low[dim] || cut > high[dim] ||
          liveOf(padded)[dim].symbol)
        return failure();
      low[dim] -= start;
      high[dim] -= cut;
    }
    rewriter.replaceOpWithNewOp<PadOp>(op, pad.getX(), low, high, pad.getInterior(),
                                       pad.getValue());
    return success();
  }
};

/// Of the results along one dim, those at `first` + j * `step`: the taps of the kernel that meet
/// elements there (the others meet zeros), and where those elements are in what was padded.
struct Phase {
  int64_t first, step, count;
  int64_t firstTap, taps;
  int64_t start; // of the first element met, before 0 where it is padding
  int64_t low, high;

  Phase(int64_t number, int64_t step, int64_t results, int64_t kernel, int64_t padding,
        int64_t elements)
      : first(number), step(step),
        count(std::max<int64_t>((results - number + step - 1) / step, 0)) {
    firstTap = ((padding - number) % step + step) % step;
    taps = firstTap < kernel ? (kernel - firstTap + step - 1) / step : 0;
    start = (number + firstTap - padding) / step;
    low = std::max<int64_t>(-start, 0);
    high = std::max<int64_t>(count + taps - 1 + start - elements, 0);
  }
  /// Elements that are met.
  int64_t met() const { return count + taps - 1 - low - high; }
};

struct SplitConvOfSpacedOut : OpRewritePattern<ConvOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConvOp op, PatternRewriter &rewriter) const override {
    auto pad = op.getX().getDefiningOp<PadOp>();
    auto isOne = [](int64_t number) { return number == 1; };
    if (!pad || !pad.getValue().isZero() || !llvm::all_of(op.getStrides(), isOne) ||
        !llvm::all_of(op.getDilations(), isOne) ||
        llvm::all_of(pad.getInterior(), [](int64_t gap) { return gap == 0; }))
      return failure();
    const int64_t rank = typeOf(op).getRank(), first = rank - op.getStrides().size();
    for (int64_t dim = 0; dim < first; ++dim)
      if (pad.getLow()[dim] || pad.getHigh()[dim] || pad.getInterior()[dim])
        return failure();

    // Every combination of phases of the dims, the last dim's changing fastest.
    SmallVector<SmallVector<Phase>> parts(1);
    for (int64_t dim = first; dim < rank; ++dim) {
      const int64_t step = pad.getInterior()[dim] + 1;
      SmallVector<SmallVector<Phase>> more;
      for (const SmallVector<Phase> &part : parts)
        for (int64_t number = 0; number < step; ++number) {
          more.push_back(part);
          more.back().emplace_back(number, step, typeOf(op).getDimSize(dim),
                                   typeOf(op.getW()).getDimSize(dim), pad.getLow()[dim],
                                   typeOf(pad.getX()).getDimSize(dim));
        }
      parts = more;
    }
    auto isZero = [](const Phase &phase) { return phase.taps == 0 || phase.met() <= 0; };
    auto isNothing = [](const Phase &phase) { return phase.count == 0; };
    llvm::erase_if(parts, [&](ArrayRef<Phase> part) { return llvm::any_of(part, isNothing); });
    const bool gaps =
        llvm::any_of(parts, [&](ArrayRef<Phase> part) { return llvm::any_of(part, isZero); });
    Location loc = op.getLoc();
    ImplicitLocOpBuilder b(loc, rewriter);
    Value whole =
        gaps ? emitNumber(b, 0.0, op.getType()) : EmptyOp::create(b, op.getType()).getResult();
    for (ArrayRef<Phase> part : parts)
      if (llvm::none_of(part, isZero))
        whole = place(rewriter, op, pad, part, whole);
    rewriter.replaceOp(op, whole);
    return success();
  }

private:
  static Value place(PatternRewriter &rewriter, ConvOp op, PadOp pad, ArrayRef<Phase> part,
                     Value whole) {
    const int64_t rank = typeOf(op).getRank(), first = rank - part.size();
    SmallVector<int64_t> zeros(rank, 0), ones(rank, 1), low(zeros), high(zeros), tapStarts(zeros),
        steps(ones), starts(zeros), origin(zeros), gaps(zeros),
        sizes(typeOf(pad.getX()).getShape()), taps(typeOf(op.getW()).getShape());
    for (auto [i, phase] : llvm::enumerate(part)) {
      const int64_t dim = first + i;
      starts[dim] = phase.start + phase.low;
      sizes[dim] = phase.met();
      low[dim] = phase.low;
      high[dim] = phase.high;
      tapStarts[dim] = phase.firstTap;
      taps[dim] = phase.taps;
      steps[dim] = phase.step;
      origin[dim] = phase.first;
      gaps[dim] = phase.step - 1;
    }
    Location loc = op.getLoc();
    Value x = SliceOp::create(rewriter, loc, pad.getX(), starts, sizes, ones);
    x = PadOp::create(rewriter, loc, x, low, high, zeros, pad.getValue());
    Value w = SliceOp::create(rewriter, loc, op.getW(), tapStarts, taps, steps);
    Value y = ConvOp::create(rewriter, loc, x, w, op.getStrides(), op.getDilations());
    return PlaceOp::create(rewriter, loc, op.getType(), y, whole, origin, gaps);
  }
};
} // namespace

void dlc::addConvolutionPatterns(RewritePatternSet &patterns) {
  patterns.add<SinkSliceIntoConv, SinkSliceIntoPermute, SinkSliceIntoReshape, ShrinkPad,
               SplitConvOfSpacedOut>(patterns.getContext());
}
