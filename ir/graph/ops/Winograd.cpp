//===- Winograd.cpp - convolutions in fewer products: types, kernels ---------------===//
#include "ir/graph/Dialect.h"
#include "ir/schedule/Dialect.h"

using namespace mlir;
using namespace dlc::ir;

/// Channels fill vectors.
static bool isWhole(int64_t channels) { return channels > 0 && channels % 16 == 0; }

static LogicalResult checkPadding(std::optional<Location> loc, StringRef op, ArrayRef<int64_t> low,
                                  ArrayRef<int64_t> high) {
  auto isNegative = [](int64_t count) { return count < 0; };
  if (low.size() != 2 || high.size() != 2 || llvm::any_of(low, isNegative) ||
      llvm::any_of(high, isNegative))
    return emitOptionalError(loc, "`", op, "` takes two counts of zeros on each side");
  return success();
}

//===- WinogradOp ---------------------------------------------------------------===//

LogicalResult WinogradOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                           SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX()), w = typeOf(op.getW());
  if (failed(checkPadding(loc, "winograd", op.getLow(), op.getHigh())))
    return failure();
  if (x.getRank() != 4 || w.getRank() != 4 || w.getDimSize(2) != 3 || w.getDimSize(3) != 3 ||
      x.getDimSize(1) != w.getDimSize(1) || !isWhole(x.getDimSize(1)) || !isWhole(w.getDimSize(0)))
    return emitOptionalError(loc, "`winograd` of ", describe(x), " and ", describe(w),
                             "; it takes [N,C,H,W] and [O,C,3,3], C and O multiples of 16");
  SmallVector<int64_t> shape{x.getDimSize(0), w.getDimSize(0)};
  for (int64_t i = 0; i < 2; ++i)
    shape.push_back(x.getDimSize(2 + i) + op.getLow()[i] + op.getHigh()[i] - 2);
  SmallVector<LiveDim> live(4);
  live[0] = liveOf(x)[0];
  if (shape[2] < 1 || shape[3] < 1 ||
      llvm::any_of(ArrayRef(liveOf(x)).drop_front(), [](LiveDim dim) { return !!dim.symbol; }))
    return emitOptionalError(loc, "`winograd` of ", describe(x),
                             "; only N may be dynamic, and a window must fit");
  types.push_back(tensorOf(shape, live, x.getElementType()));
  return success();
}

void WinogradOp::emitKernel(ImplicitLocOpBuilder &b, ValueRange memrefs, ArrayRef<AffineMap>,
                            ArrayRef<AffineMap> extents) {
  dlc::step::WinogradOp::create(b, memrefs[0], memrefs[1], memrefs[2], getLow(), extents[0],
                                getTurned());
}

//===- WinogradWeightOp ---------------------------------------------------------===//

LogicalResult WinogradWeightOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                                 Adaptor op, SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX()), dy = typeOf(op.getDy());
  if (failed(checkPadding(loc, "winograd_weight", op.getLow(), op.getHigh())))
    return failure();
  bool fits = x.getRank() == 4 && dy.getRank() == 4 && x.getDimSize(0) == dy.getDimSize(0) &&
              liveOf(x)[0] == liveOf(dy)[0] && op.getParts() > 0 && isWhole(x.getDimSize(1)) &&
              isWhole(dy.getDimSize(1));
  for (int64_t i = 0; fits && i < 2; ++i)
    fits = dy.getDimSize(2 + i) == x.getDimSize(2 + i) + op.getLow()[i] + op.getHigh()[i] - 2;
  if (!fits)
    return emitOptionalError(
        loc, "`winograd_weight` of ", describe(x), " and ", describe(dy),
        "; they are what a 3x3 convolution reads and what it makes, with channels "
        "in multiples of 16");
  SmallVector<int64_t> shape{int64_t(op.getParts()), x.getDimSize(1), dy.getDimSize(1), 3, 3};
  types.push_back(tensorOf(shape, SmallVector<LiveDim>(5), x.getElementType()));
  return success();
}

void WinogradWeightOp::emitKernel(ImplicitLocOpBuilder &b, ValueRange memrefs, ArrayRef<AffineMap>,
                                  ArrayRef<AffineMap> extents) {
  dlc::step::WinogradWeightOp::create(b, memrefs[0], memrefs[1], memrefs[2], getLow(), extents[0],
                                      /*turned=*/false);
}
