//===- SplitWeightGradients.cpp - weight gradients with few results, an image at a time -----===//
// The gradient of a convolution's weight is a few long sums where channels are few, too few for a
// core's registers and for several threads; a depthwise convolution's has short rows of channels to
// go through. Each image gets sums of its own, as a group, and these are added up afterwards. What
// is split depends on shapes alone, and so do the bits.
//
//   %x = dlc.permute %image perm = [1,0,2,3]     dlc.permute %dy perm = [1,0,2,3]
//   %y = dlc.conv %x, %w .. : [C,N,H,W], [O,N,h,w]
// =>
//   %s = dlc.conv .. : [C,N,1,H,W], [N,O,1,h,w]
//   %y = dlc.reduce_sum %s dims = [1] : [C,N,O,..]
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "mlir/IR/PatternMatch.h"
#include "passes/Passes.h"

using namespace mlir;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_SPLITWEIGHTGRADIENTSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

/// The operand of a permutation that brings the first dims in this order; null if `value` is none.
static Value permuted(Value value, ArrayRef<int64_t> order) {
  auto permute = value.getDefiningOp<PermuteOp>();
  if (!permute || permute.getPerm().take_front(order.size()) != order)
    return nullptr;
  for (auto [to, from] : llvm::enumerate(permute.getPerm()))
    if (to >= order.size() && from != int64_t(to))
      return nullptr;
  return permute.getX();
}

/// Whether the sums of one image are few, and work enough for starting and adding them to vanish
/// beside it. Vectors have 16 lanes on every machine.
static bool pays(RankedTensorType image, RankedTensorType dy, RankedTensorType y, bool always) {
  constexpr int64_t fewVectors = 32, workOfImage = 1 << 15;
  const int64_t images = dy.getDimSize(0), outputs = dy.getDimSize(1);
  if (images < 2 || images > 512 || outputs == 0 || image.getNumElements() == 0)
    return false;
  if (always)
    return true;
  if (images < 8)
    return false;
  const int64_t results = y.getNumElements(), places = dy.getNumElements() / (images * outputs);
  const int64_t vectors = results / outputs * llvm::divideCeil(outputs, 16);
  return vectors <= fewVectors && results * places >= workOfImage;
}

/// Likewise for a depthwise convolution, which multiplies next to nothing: a thread had better go
/// through whole images, in the order of memory, than through its channels of all. That shows where
/// they are too large for a cache, and where what is read of an image is much more than its sums.
static bool paysByGroup(RankedTensorType image, RankedTensorType dy, RankedTensorType y,
                        bool always) {
  constexpr int64_t large = 1 << 20, much = 24, few = 8;
  const int64_t images = dy.getDimSize(0), read = image.getNumElements() + dy.getNumElements();
  if (images < 2 || !image.getNumElements() || !dy.getNumElements())
    return false;
  if (always)
    return true;
  return images >= 8 && read >= large && read >= images * y.getNumElements() * much &&
         y.getDimSize(0) < few && y.getDimSize(2) < few;
}

/// [N,M,..] with a dim of one in front of M or behind it.
static Value withOne(OpBuilder &b, Location loc, Value value, int64_t at) {
  RankedTensorType type = typeOf(value);
  SmallVector<int64_t> shape(type.getShape());
  SmallVector<LiveDim> live = liveOf(type);
  shape.insert(shape.begin() + at, 1);
  live.insert(live.begin() + at, LiveDim());
  return ReshapeOp::create(b, loc, tensorOf(shape, live, type.getElementType()), value);
}

namespace {
struct SplitWeightGradientsPass
    : dlc::impl::SplitWeightGradientsPassBase<SplitWeightGradientsPass> {
  using SplitWeightGradientsPassBase::SplitWeightGradientsPassBase;

  void runOnOperation() override {
    SmallVector<ConvOp> convs;
    getOperation()->walk([&](ConvOp op) { convs.push_back(op); });
    for (ConvOp op : convs)
      rewrite(op);
  }

private:
  void rewrite(ConvOp op) {
    const int64_t groups = typeOf(op.getX()).getRank() - op.getStrides().size() - 2;
    if (groups > 1)
      return;
    // [C,G,N,..] and [G,O,N,..] of what is [N,G,C,..] and [N,G,O,..]; without groups no G.
    Value image = groups ? permuted(op.getX(), {2, 1, 0}) : permuted(op.getX(), {1, 0});
    Value dy = groups ? permuted(op.getW(), {1, 2, 0}) : permuted(op.getW(), {1, 0});
    if (!image || !dy ||
        !(groups ? paysByGroup : pays)(typeOf(image), typeOf(dy), typeOf(op), always))
      return;
    // [C,N,G,1,..] and [N,G,O,1,..]
    OpBuilder b(op);
    Location loc = op.getLoc();
    Value x = withOne(b, loc, image, groups ? 3 : 1), w = withOne(b, loc, dy, 2 + groups);
    SmallVector<int64_t> channelsFirst{2, 0, 1};
    for (int64_t dim = 3; dim < typeOf(x).getRank(); ++dim)
      channelsFirst.push_back(dim);
    x = PermuteOp::create(b, loc, x, channelsFirst);
    auto sums = ConvOp::create(b, loc, x, w, op.getStrides(), op.getDilations(), op.getBf16());
    Value y = ReduceSumOp::create(b, loc, op.getType(), sums, ArrayRef<int64_t>{1});
    op.replaceAllUsesWith(y);
    op.erase();
  }
};
} // namespace
