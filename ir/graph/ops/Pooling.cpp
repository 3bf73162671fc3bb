//===- Pooling.cpp - dlc.max_pool: type, derivative, loops ------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace dlc::ir;

LogicalResult MaxPoolOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                          Adaptor op, SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  int64_t spatial = op.getWindow().size();
  if (spatial < 1 || spatial > 3 || int64_t(op.getStrides().size()) != spatial ||
      int64_t(op.getDilations().size()) != spatial)
    return emitOptionalError(loc, "`max_pool` with ", spatial, " sizes of a window, ",
                             op.getStrides().size(), " strides and ", op.getDilations().size(),
                             " dilations; it takes one of each for 1 to 3 spatial dims");
  if (x.getRank() != spatial + 2)
    return emitOptionalError(loc, "`max_pool` of ", describe(x), " over ", spatial,
                             " spatial dims; it takes [N,C,spatial...]");
  SmallVector<LiveDim> live = liveOf(x);
  SmallVector<int64_t> shape(x.getShape().take_front(2));
  for (int64_t i = 0; i < spatial; ++i) {
    int64_t size = x.getDimSize(2 + i), window = op.getWindow()[i];
    int64_t stride = op.getStrides()[i], dilation = op.getDilations()[i];
    if (window < 1 || stride < 1 || dilation < 1)
      return emitOptionalError(loc, "`max_pool` with window ", window, ", stride ", stride,
                               " and dilation ", dilation, "; each is at least 1");
    int64_t reach = (window - 1) * dilation + 1;
    if (size < reach)
      return emitOptionalError(loc, "`max_pool` with a window that spans ", reach, " of dim ",
                               2 + i, " of ", describe(x), ", which has ", size,
                               "; the window must fit");
    if (live[2 + i].symbol)
      return emitOptionalError(loc, "`max_pool` of ", describe(x), "; spatial dims must be static");
    shape.push_back((size - reach) / stride + 1);
  }
  types.push_back(tensorOf(shape, live, x.getElementType()));
  types.push_back(tensorOf(shape, live, IntegerType::get(context, 32)));
  return success();
}

/// Windows that neither overlap nor leave gaps: dx is dy spread over its window, kept where the
/// window's maximum came from, and zero behind the last window.
static Value spread(ImplicitLocOpBuilder &b, MaxPoolOp op, Value dy) {
  RankedTensorType x = typeOf(op.getX()), y = typeOf(op.getY());
  SmallVector<LiveDim> live = liveOf(y), windowLive(live.begin(), live.begin() + 2);
  SmallVector<int64_t> shape(y.getShape().take_front(2)), covered = shape, added;
  SmallVector<int64_t> high(y.getRank(), 0), none(y.getRank(), 0);
  for (auto [i, window] : llvm::enumerate(op.getWindow())) {
    int64_t size = y.getDimSize(2 + i);
    added.push_back(shape.size() + 1);
    shape.append({size, window}); // e.g. [n, c, h, kh, w, kw]
    covered.push_back(size * window);
    high[2 + i] = x.getDimSize(2 + i) - size * window;
  }
  windowLive.resize(shape.size());
  RankedTensorType windows = tensorOf(shape, windowLive, y.getElementType());
  RankedTensorType ints = withElement(windows, b.getI32Type());
  Value dyWindow = BroadcastOp::create(b, windows, dy, added);
  Value chosen = BroadcastOp::create(b, ints, op.getIndex(), added);
  Value here;
  for (auto [dim, window] : llvm::zip(added, op.getWindow())) {
    Value place = IotaOp::create(b, ints, dim);
    here = here ? Value(Expr(b, here) * Expr(double(window)) + Expr(b, place)) : place;
  }
  Value kept = select(Expr(b, chosen) == Expr(b, here), Expr(b, dyWindow), 0);
  RankedTensorType whole = tensorOf(covered, live, y.getElementType());
  Value dx = ReshapeOp::create(b, whole, kept);
  return whole == x ? dx : PadOp::create(b, dx, none, high, none, APFloat(0.0)).getY();
}

/// Overlapping windows: dy and the chosen places spread out by the strides, once; then each place
/// of the window is a shift of both.
static Value gather(ImplicitLocOpBuilder &b, MaxPoolOp op, Value dy) {
  RankedTensorType x = typeOf(op.getX()), y = typeOf(op.getY());
  int64_t rank = x.getRank(), places = 1;
  SmallVector<int64_t> low(rank, 0), high(rank, 0), interior(rank, 0), strides(rank, 1);
  for (auto [i, window] : llvm::enumerate(op.getWindow())) {
    int64_t dim = 2 + i, stride = op.getStrides()[i];
    low[dim] = (window - 1) * op.getDilations()[i];
    high[dim] = x.getDimSize(dim) - ((y.getDimSize(dim) - 1) * stride + 1);
    interior[dim] = stride - 1;
    places *= window;
  }
  Value spreadDy = PadOp::create(b, dy, low, high, interior, APFloat(0.0));
  Value spreadIndex = PadOp::create(b, op.getIndex(), low, high, interior, APFloat(-1.0));
  Value sum;
  for (int64_t place = 0; place < places; ++place) {
    SmallVector<int64_t> starts(low);
    int64_t rest = place;
    for (int64_t i = op.getWindow().size() - 1; i >= 0; --i) {
      starts[2 + i] -= rest % op.getWindow()[i] * op.getDilations()[i];
      rest /= op.getWindow()[i];
    }
    Value chosen = SliceOp::create(b, spreadIndex, starts, x.getShape(), strides);
    Value share = SliceOp::create(b, spreadDy, starts, x.getShape(), strides);
    share = select(Expr(b, chosen) == Expr(double(place)), Expr(b, share), 0);
    sum = sum ? AddOp::create(b, sum, share).getResult() : share;
  }
  return sum;
}

SmallVector<Value> MaxPoolOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  if (!dys[0])
    return {Value()};
  bool tiles =
      getWindow() == getStrides() && llvm::all_of(getDilations(), [](int64_t d) { return d == 1; });
  return {tiles ? spread(b, *this, dys[0]) : gather(b, *this, dys[0])};
}

LoopNest MaxPoolOp::loops() { // n, c, spatial.. | window..
  RankedTensorType y = typeOf(getY());
  LoopNest nest;
  for (auto [size, live] : llvm::zip(y.getShape(), liveOf(y)))
    nest.loops.push_back({size, live, false});
  for (int64_t size : getWindow())
    nest.loops.push_back({size, LiveDim(), true});
  int64_t rank = y.getRank(), loops = nest.loops.size();
  SmallVector<AffineExpr> x, result;
  for (int64_t i = 0; i < rank; ++i)
    result.push_back(getAffineDimExpr(i, getContext()));
  x = result;
  for (int64_t i = 0; i < rank - 2; ++i)
    x[2 + i] =
        x[2 + i] * getStrides()[i] + getAffineDimExpr(rank + i, getContext()) * getDilations()[i];
  nest.operandMaps = {AffineMap::get(loops, 0, x, getContext())};
  nest.resultMaps.assign(2, AffineMap::get(loops, 0, result, getContext()));
  return nest;
}

SmallVector<TypedAttr> MaxPoolOp::inits() {
  auto element = cast<FloatType>(typeOf(getX()).getElementType());
  auto lowest = FloatAttr::get(element, APFloat::getInf(element.getFloatSemantics(), true));
  return {lowest, Builder(getContext()).getI32IntegerAttr(0)};
}

SmallVector<Value> MaxPoolOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                          ValueRange accs) {
  // args: x, then the index of each loop over the window.
  Expr x(b, args[0]), max(b, accs[0]);
  Value wins = (x > max) | ((x != x) & (max == max));
  Value here;
  for (auto [loop, window] : llvm::zip(args.drop_front(), getWindow())) {
    Value place = arith::IndexCastOp::create(b, b.getI32Type(), loop);
    here = here ? Value(Expr(b, here) * Expr(double(window)) + Expr(b, place)) : place;
  }
  Value newMax = arith::SelectOp::create(b, wins, args[0], accs[0]);
  Value newIndex = arith::SelectOp::create(b, wins, here, accs[1]);
  return {newMax, newIndex};
}
