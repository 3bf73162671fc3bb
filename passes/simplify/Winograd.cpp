//===- Winograd.cpp - which convolutions are done in fewer products -----------------===//
// Behind all that rewrites convolutions, and with gradients there: the gradient of the image is a
// convolution like any other. What becomes of one whose window is 3x3:
//
//   %p = dlc.pad %x low = [0,0,1,1] ..  %y = dlc.conv %p, %w strides = [1,1] ..
// =>
//   %y = dlc.winograd %x, %w low = [1,1] high = [1,1]
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "mlir/IR/PatternMatch.h"
#include "passes/Passes.h"
#include <cmath>

using namespace mlir;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_WINOGRADPASS
#include "passes/Passes.h.inc"
} // namespace dlc

static bool isOne(int64_t number) { return number == 1; }
static bool isZero(int64_t number) { return number == 0; }

/// [N,C,H,W] in f32, of which only N may be dynamic, in whole vectors of channels.
static bool isImage(RankedTensorType type) {
  auto isDynamic = [](LiveDim dim) { return !!dim.symbol; };
  return type.getRank() == 4 && type.getElementType().isF32() && type.getDimSize(1) % 16 == 0 &&
         type.getNumElements() > 0 && llvm::none_of(llvm::drop_begin(liveOf(type)), isDynamic);
}

namespace {
/// What a convolution reads without the zeros around it.
struct Padded {
  Value x;
  SmallVector<int64_t> low{0, 0}, high{0, 0};

  explicit Padded(Value padded) : x(padded) {
    auto pad = padded.getDefiningOp<PadOp>();
    if (!pad || !pad.getValue().isZero() || !llvm::all_of(pad.getInterior(), isZero))
      return;
    ArrayRef<int64_t> before = pad.getLow(), behind = pad.getHigh();
    auto isNegative = [](int64_t count) { return count < 0; };
    if (!llvm::all_of(before.take_front(2), isZero) ||
        !llvm::all_of(behind.take_front(2), isZero) || llvm::any_of(before, isNegative) ||
        llvm::any_of(behind, isNegative))
      return;
    x = pad.getX();
    low.assign(before.drop_front(2).begin(), before.end());
    high.assign(behind.drop_front(2).begin(), behind.end());
  }
};

/// What the kernels take, in cycles of a core that begins two multiply-adds of 16 lanes in each:
/// counted of the products, and measured of the transforms, per 16 channels: a window of the image,
/// 3x3 of a weight, 4x4 results to or from 6x6, 6x6 sums. What both sides were measured to be, on
/// maps of 2x2 to 96x96, with 16 to 512 channels and 1 to 64 images, is told apart right with the
/// factor at the end, for what passes to and fro in the caches. It amounts to this: 9 of the 16
/// places of an average tile are there, and there are 8 tiles or more.
class Cost {
public:
  Cost(RankedTensorType x, RankedTensorType y)
      : channels(double(x.getDimSize(1))), outputs(double(y.getDimSize(1))),
        images(x.getDimSize(0)) {
    const int64_t height = y.getDimSize(2), width = y.getDimSize(3);
    perImage = llvm::divideCeil(height, 4) * llvm::divideCeil(width, 4);
    tiles = double(images * perImage);
    pairs = channels * outputs / 16;
    direct = double(images * height * width) * 9 * pairs / 2;
  }

  bool convolutionPays() const {
    const double rows = 8 * std::ceil(tiles / 8), blocks = std::ceil(tiles / 32);
    const double transforms =
        tiles * (window * channels + results * outputs) / 16 + blocks * weight * pairs;
    return pays(36 * rows * pairs / 2 + transforms);
  }

  bool gradientPays() const {
    const double again = std::ceil(outputs / 32), andAgain = std::ceil(channels / 64);
    const double transforms =
        tiles * (window * channels * again + results * outputs * andAgain) / 16 +
        double(parts()) * sums * pairs;
    return pays(36 * tiles * pairs / 2 + transforms);
  }

  /// In how many sums the gradient of a weight is computed. A launch's tile is a part of N, 64
  /// channels and 32 outputs: where channels are few, parts keep more than two threads busy, if
  /// each has a block of tiles. Of shapes alone, as it decides on bits.
  int64_t parts() const {
    const int64_t blocks = int64_t(std::ceil(outputs / 32) * std::ceil(channels / 64));
    const int64_t most = std::min(images, images * perImage / 32);
    return std::max<int64_t>(std::min(16 / blocks, most), 1);
  }

private:
  static constexpr double window = 80, weight = 50, results = 60, sums = 60;
  bool pays(double fewer) const { return 1.4 * fewer < direct; }

  double channels, outputs;
  int64_t images, perImage; // tiles of an image
  double tiles, pairs, direct;
};

struct WinogradPass : dlc::impl::WinogradPassBase<WinogradPass> {
  using WinogradPassBase::WinogradPassBase;

  void runOnOperation() override {
    SmallVector<ConvOp> convs;
    getOperation()->walk([&](ConvOp op) { convs.push_back(op); });
    for (ConvOp op : convs)
      rewrite(op);
  }

private:
  void rewrite(ConvOp op) {
    if (op.isGrouped() || typeOf(op).getRank() != 4 || !llvm::all_of(op.getStrides(), isOne) ||
        !llvm::all_of(op.getDilations(), isOne))
      return;
    auto image = op.getX().getDefiningOp<PermuteOp>(),
         result = op.getW().getDefiningOp<PermuteOp>();
    if (image && result && image.getPerm() == channelsFirst() &&
        result.getPerm() == channelsFirst() && is3x3(op.getY()))
      rewriteGradient(op, Padded(image.getX()), result.getX());
    else if (!image && is3x3(op.getW()))
      rewriteConvolution(op, Padded(op.getX()));
  }

  static ArrayRef<int64_t> channelsFirst() {
    static const int64_t perm[] = {1, 0, 2, 3};
    return perm;
  }
  static bool is3x3(Value value) {
    return typeOf(value).getDimSize(2) == 3 && typeOf(value).getDimSize(3) == 3;
  }

  void rewriteConvolution(ConvOp op, const Padded &padded) {
    RankedTensorType x = typeOf(padded.x), y = typeOf(op.getY());
    if (!isImage(x) || !isImage(y) || (!always && !Cost(x, y).convolutionPays()))
      return;
    OpBuilder b(op);
    bool turned = false;
    Value weight = unturned(b, op.getW(), turned);
    Value fewer = WinogradOp::create(b, op.getLoc(), op.getType(), padded.x, weight, padded.low,
                                     padded.high, turned);
    op.replaceAllUsesWith(fewer);
    op.erase();
  }

  void rewriteGradient(ConvOp op, const Padded &padded, Value dy) {
    RankedTensorType x = typeOf(padded.x), y = typeOf(dy);
    Cost cost(x, y);
    if (!isImage(x) || !isImage(y) || (!always && !cost.gradientPays()))
      return;
    OpBuilder b(op);
    const int64_t parts = cost.parts();
    SmallVector<int64_t> shape{parts};
    llvm::append_range(shape, typeOf(op).getShape());
    Type type = RankedTensorType::get(shape, x.getElementType());
    Value sums = WinogradWeightOp::create(b, op.getLoc(), type, padded.x, dy, padded.low,
                                          padded.high, parts);
    if (parts == 1)
      sums = ReshapeOp::create(b, op.getLoc(), op.getType(), sums);
    else
      sums = ReduceSumOp::create(b, op.getLoc(), op.getType(), sums, ArrayRef<int64_t>{0});
    op.replaceAllUsesWith(sums);
    op.erase();
  }

  /// The weight before it was turned round, as it is for the gradient of the image.
  static Value unturned(OpBuilder &b, Value w, bool &turned) {
    auto permute = w.getDefiningOp<PermuteOp>();
    auto reverse = (permute ? permute.getX() : w).getDefiningOp<ReverseOp>();
    if (!reverse || reverse.getDims() != ArrayRef<int64_t>{2, 3} ||
        (permute && permute.getPerm() != ArrayRef<int64_t>{1, 0, 2, 3}))
      return w;
    turned = true;
    if (!permute)
      return reverse.getX();
    return PermuteOp::create(b, permute.getLoc(), reverse.getX(), permute.getPerm());
  }
};
} // namespace
