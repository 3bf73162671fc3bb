//===- SplitWeightGradients.cpp - weight gradients with few results, an image at a time -----===//
// The gradient of a convolution's weight is a few long sums where channels are few, too few for a
// core's registers and for several threads. Each image gets sums of its own, as a group, and these
// are added up afterwards. What is split depends on shapes alone, and so do the bits.
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

/// The operand of a permutation that swaps the first two dims; null if `value` is none.
static Value swapped(Value value) {
  auto permute = value.getDefiningOp<PermuteOp>();
  if (!permute || permute.getPerm().take_front(2) != ArrayRef<int64_t>{1, 0})
    return nullptr;
  for (auto [to, from] : llvm::enumerate(permute.getPerm()))
    if (to >= 2 && from != int64_t(to))
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
    if (op.isGrouped())
      return;
    Value image = swapped(op.getX()), dy = swapped(op.getW());
    if (!image || !dy || !pays(typeOf(image), typeOf(dy), typeOf(op), always))
      return;
    OpBuilder b(op);
    Location loc = op.getLoc();
    Value x = withOne(b, loc, image, 1), w = withOne(b, loc, dy, 2);
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
