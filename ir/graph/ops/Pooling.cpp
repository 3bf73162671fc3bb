//===- Pooling.cpp - for each op: type, derivative, loops ---------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Reshape.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Pooling.cpp.inc"

//===- MaxPool2dOp ------------------------------------------------------------===//

LogicalResult MaxPool2dOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                            Adaptor op, SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  if (x.getRank() != 4)
    return emitOptionalError(loc, "`max_pool2d` takes [N,C,H,W], got ", describe(x));
  if (op.getWindow().size() != 2 || op.getStrides().size() != 2 || op.getDilations().size() != 2)
    return emitOptionalError(
        loc, "`max_pool2d` takes 2 sizes of a window, 2 strides and 2 dilations, got ",
        op.getWindow().size(), ", ", op.getStrides().size(), " and ", op.getDilations().size());
  SmallVector<LiveDim> live = liveOf(x);
  SmallVector<int64_t> shape(x.getShape().take_front(2));
  for (int64_t i = 0; i < 2; ++i) {
    int64_t size = x.getDimSize(2 + i), window = op.getWindow()[i];
    int64_t stride = op.getStrides()[i], dilation = op.getDilations()[i];
    if (window < 1 || stride < 1 || dilation < 1)
      return emitOptionalError(loc, "`max_pool2d` with window ", window, ", stride ", stride,
                               " and dilation ", dilation, "; each is at least 1");
    int64_t reach = (window - 1) * dilation + 1;
    if (size < reach)
      return emitOptionalError(loc, "`max_pool2d` with a window that spans ", reach, " of dim ",
                               2 + i, " of ", describe(x), ", which has ", size,
                               "; the window must fit");
    if (live[2 + i].symbol)
      return emitOptionalError(loc, "`max_pool2d` of ", describe(x),
                               "; height and width must be static");
    shape.push_back((size - reach) / stride + 1);
  }
  types.push_back(tensorOf(shape, live, x.getElementType()));
  types.push_back(tensorOf(shape, live, IntegerType::get(context, 32)));
  return success();
}

/// Windows that neither overlap nor leave gaps: dx is dy spread over its window, kept where the
/// window's maximum came from, and zero in the rows behind the last window.
static Value spread(ImplicitLocOpBuilder &b, MaxPool2dOp op, Value dy) {
  RankedTensorType x = typeOf(op.getX()), y = typeOf(op.getY());
  SmallVector<LiveDim> live = liveOf(y);
  int64_t kh = op.getWindow()[0], kw = op.getWindow()[1];
  int64_t height = y.getDimSize(2), width = y.getDimSize(3);
  SmallVector<int64_t> shape{y.getDimSize(0), y.getDimSize(1), height, kh, width, kw};
  SmallVector<LiveDim> windowLive{live[0], live[1], LiveDim(), LiveDim(), LiveDim(), LiveDim()};
  RankedTensorType window = tensorOf(shape, windowLive, y.getElementType());
  RankedTensorType ints = withElement(window, b.getI32Type());
  SmallVector<int64_t> added{3, 5};
  Value dyWindow = BroadcastOp::create(b, window, dy, added);
  Value chosen = BroadcastOp::create(b, ints, op.getIndex(), added);
  Value row = IotaOp::create(b, ints, 3);
  Value column = IotaOp::create(b, ints, 5);
  Value here = Expr(b, row) * Expr(double(kw)) + Expr(b, column);
  Value kept = select(Expr(b, chosen) == Expr(b, here), Expr(b, dyWindow), 0);
  RankedTensorType covered =
      tensorOf({shape[0], shape[1], height * kh, width * kw}, live, y.getElementType());
  Value dx = ReshapeOp::create(b, covered, kept);
  if (covered == x)
    return dx;
  SmallVector<int64_t> none(4, 0),
      high{0, 0, x.getDimSize(2) - height * kh, x.getDimSize(3) - width * kw};
  return PadOp::create(b, dx, none, high, none, APFloat(0.0));
}

SmallVector<Value> MaxPool2dOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  if (!dys[0])
    return {Value()};
  bool tiles =
      getWindow() == getStrides() && llvm::all_of(getDilations(), [](int64_t d) { return d == 1; });
  if (tiles)
    return {spread(b, *this, dys[0])};

  // Overlapping windows: each element of the window sends its share back on its own.
  RankedTensorType x = typeOf(getX()), y = typeOf(getY());
  Value sum;
  for (int64_t u = 0; u < getWindow()[0]; ++u)
    for (int64_t v = 0; v < getWindow()[1]; ++v) {
      Expr index(b, getIndex()), dy(b, dys[0]);
      Value kept = select(index == Expr(double(u * getWindow()[1] + v)), dy, 0);
      SmallVector<int64_t> low{0, 0}, high{0, 0}, interior{0, 0};
      for (auto [i, offset] : llvm::enumerate(ArrayRef<int64_t>{u, v})) {
        int64_t first = offset * getDilations()[i];
        int64_t span = (y.getDimSize(2 + i) - 1) * getStrides()[i] + 1;
        low.push_back(first);
        interior.push_back(getStrides()[i] - 1);
        high.push_back(x.getDimSize(2 + i) - first - span);
      }
      Value share = PadOp::create(b, kept, low, high, interior, APFloat(0.0));
      sum = sum ? Value(Expr(b, sum) + Expr(b, share)) : share;
    }
  return {sum};
}

LoopNest MaxPool2dOp::loops() { // n, c, i, j | u, v
  RankedTensorType y = typeOf(getY());
  LoopNest nest;
  for (auto [size, live] : llvm::zip(y.getShape(), liveOf(y)))
    nest.loops.push_back({size, live, false});
  for (int64_t size : getWindow())
    nest.loops.push_back({size, LiveDim(), true});
  SmallVector<AffineExpr> d;
  for (int64_t i = 0; i < 6; ++i)
    d.push_back(getAffineDimExpr(i, getContext()));
  AffineExpr row = d[2] * getStrides()[0] + d[4] * getDilations()[0];
  AffineExpr column = d[3] * getStrides()[1] + d[5] * getDilations()[1];
  nest.operandMaps = {AffineMap::get(6, 0, {d[0], d[1], row, column}, getContext())};
  nest.resultMaps.assign(2, AffineMap::get(6, 0, {d[0], d[1], d[2], d[3]}, getContext()));
  return nest;
}

SmallVector<TypedAttr> MaxPool2dOp::inits() {
  auto element = cast<FloatType>(typeOf(getX()).getElementType());
  auto lowest = FloatAttr::get(element, APFloat::getInf(element.getFloatSemantics(), true));
  return {lowest, Builder(getContext()).getI32IntegerAttr(0)};
}

SmallVector<Value> MaxPool2dOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                            ValueRange accs) {
  // args: x, then the reduction loops' indices u and v.
  Expr x(b, args[0]), max(b, accs[0]);
  Value wins = (x > max) | ((x != x) & (max == max));
  Type i32 = b.getI32Type();
  Value u = arith::IndexCastOp::create(b, i32, args[1]);
  Value v = arith::IndexCastOp::create(b, i32, args[2]);
  Value here = Expr(b, u) * Expr(double(getWindow()[1])) + Expr(b, v);
  Value newMax = arith::SelectOp::create(b, wins, args[0], accs[0]);
  Value newIndex = arith::SelectOp::create(b, wins, here, accs[1]);
  return {newMax, newIndex};
}
