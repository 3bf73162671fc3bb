//===- Window.cpp - windows as a movement; the ops of Window.td ------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Window.cpp.inc"

namespace {
/// The attributes as signed numbers: window i begins at (i*mul + add) / div.
struct Windows {
  explicit Windows(WindowsOp op)
      : dim(op.getDim()), count(op.getCount()), size(op.getSize()), mul(op.getMul()),
        add(op.getAdd()), div(op.getDiv()), dilation(op.getDilation()), x(typeOf(op.getX())) {}
  int64_t dim, count, size, mul, add, div, dilation;
  RankedTensorType x;
};
} // namespace

LogicalResult WindowsOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                          SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  int64_t dim = op.getDim(), count = op.getCount(), size = op.getSize(), mul = op.getMul();
  int64_t add = op.getAdd(), div = op.getDiv(), dilation = op.getDilation();
  if (dim < 0 || dim >= x.getRank())
    return emitOptionalError(loc, "`windows` along dim ", dim, " of ", describe(x),
                             ", which has rank ", x.getRank());
  SmallVector<LiveDim> live = liveOf(x);
  if (live[dim].symbol)
    return emitOptionalError(loc, "`windows` along dynamic dim ", dim, " of ", describe(x),
                             "; only static dims have windows");
  if (count < 0 || size < 1 || mul < 1 || add < 0 || div < 1 || dilation < 1)
    return emitOptionalError(loc, "`windows` of ", size, " elements by ", mul, " with dilation ",
                             dilation, "; each is at least 1");
  int64_t reach = count ? ((count - 1) * mul + add) / div + (size - 1) * dilation + 1 : 0;
  if (reach > x.getDimSize(dim))
    return emitOptionalError(loc, "`windows` reach to element ", reach, " of dim ", dim, " of ",
                             describe(x), ", which has ", x.getDimSize(dim));
  SmallVector<int64_t> shape(x.getShape());
  shape[dim] = count;
  shape.push_back(size);
  live.push_back(LiveDim());
  types.push_back(tensorOf(shape, live, x.getElementType()));
  return success();
}

AffineMap WindowsOp::sourceMap() {
  Windows w(*this);
  int64_t rank = w.x.getRank();
  SmallVector<AffineExpr> exprs;
  for (int64_t i = 0; i < rank; ++i)
    exprs.push_back(getAffineDimExpr(i, getContext()));
  exprs[w.dim] = (exprs[w.dim] * w.mul + w.add).floorDiv(w.div) +
                 getAffineDimExpr(rank, getContext()) * w.dilation;
  return AffineMap::get(rank + 1, 0, exprs, getContext());
}

static Value padDim(ImplicitLocOpBuilder &b, Value x, int64_t dim, int64_t low, int64_t high) {
  SmallVector<int64_t> before(typeOf(x).getRank(), 0), after = before, between = before;
  before[dim] = low;
  after[dim] = high;
  return low || high ? PadOp::create(b, x, before, after, between, APFloat(0.0)).getY() : x;
}

static Value sliceDim(ImplicitLocOpBuilder &b, Value x, int64_t dim, int64_t start, int64_t size) {
  SmallVector<int64_t> starts(typeOf(x).getRank(), 0), sizes(typeOf(x).getShape());
  SmallVector<int64_t> strides(starts.size(), 1);
  starts[dim] = start;
  sizes[dim] = size;
  return SliceOp::create(b, x, starts, sizes, strides).getY();
}

static Value reshaped(ImplicitLocOpBuilder &b, Value x, ArrayRef<int64_t> shape,
                      ArrayRef<LiveDim> live) {
  return ReshapeOp::create(b, tensorOf(shape, live, typeOf(x).getElementType()), x);
}

static Value withoutLast(ImplicitLocOpBuilder &b, Value x) {
  return reshaped(b, x, typeOf(x).getShape().drop_back(), ArrayRef(liveOf(typeOf(x))).drop_back());
}

/// Windows at whole steps: each is cut into pieces of a step, and piece c of window i is added to
/// step i + c. So a sum has as many terms as windows overlap, not as a window has elements.
static Value addPieces(ImplicitLocOpBuilder &b, const Windows &w, Value dy) {
  int64_t last = w.x.getRank(), pieces = llvm::divideCeil(w.size, w.mul);
  int64_t steps = w.count + pieces - 1;
  Value padded = padDim(b, dy, last, 0, pieces * w.mul - w.size);
  padded = padDim(b, padded, w.dim, pieces - 1, pieces - 1);
  SmallVector<int64_t> shape(typeOf(padded).getShape().drop_back());
  SmallVector<LiveDim> live(liveOf(w.x));
  live[w.dim] = LiveDim();
  shape.append({pieces, w.mul});
  live.append(2, LiveDim());
  Value cut = reshaped(b, padded, shape, live); // [.., steps + pieces - 1, .., pieces, step]
  Value sum;
  for (int64_t c = 0; c < pieces; ++c) {
    Value piece = sliceDim(b, cut, w.dim, pieces - 1 - c, steps);
    piece = sliceDim(b, piece, last, c, 1);
    sum = sum ? AddOp::create(b, sum, piece).getResult() : piece;
  }
  SmallVector<int64_t> perm; // the step's elements behind the steps
  for (int64_t i = 0; i <= last; ++i) {
    perm.push_back(i);
    if (i == w.dim)
      perm.push_back(last + 1);
  }
  Value ordered = PermuteOp::create(b, sum, perm);
  SmallVector<int64_t> joined(w.x.getShape());
  joined[w.dim] = steps * w.mul;
  Value dx = reshaped(b, ordered, joined, liveOf(w.x));
  int64_t extent = w.x.getDimSize(w.dim), reached = std::min(steps * w.mul, extent - w.add);
  dx = sliceDim(b, dx, w.dim, 0, reached);
  return padDim(b, dx, w.dim, w.add, extent - w.add - reached);
}

/// Any windows: place k of a window sends element j what the windows i that begin at j - k*dilation
/// hold there. Those are a run of at most ceil(div / mul), found by the same kind of map.
static Value addPlaces(ImplicitLocOpBuilder &b, const Windows &w, Value dy) {
  int64_t last = w.x.getRank(), extent = w.x.getDimSize(w.dim);
  int64_t run = llvm::divideCeil(w.div, w.mul);
  auto addOf = [&](int64_t k) { return w.add + k * w.dilation * w.div; };
  int64_t low = llvm::divideCeil(addOf(w.size - 1), w.mul); // windows before the first, all zero
  auto beginOf = [&](int64_t k, int64_t m) {
    return w.mul - 1 - addOf(k) + low * w.mul + m * w.mul;
  };
  int64_t farthest = ((extent - 1) * w.div + beginOf(0, run - 1)) / w.mul;
  int64_t high = std::max<int64_t>(0, farthest + 1 - low - w.count);
  Value padded = padDim(b, dy, w.dim, low, high);
  bool fits = (extent * w.div + beginOf(0, run)) * w.mul < (int64_t(1) << 31);
  RankedTensorType numbers = withElement(w.x, fits ? b.getI32Type() : b.getI64Type());
  Value j = IotaOp::create(b, numbers, w.dim);
  Value sum;
  for (int64_t k = 0; k < w.size; ++k)
    for (int64_t m = 0; m < run; ++m) {
      Value place = withoutLast(b, sliceDim(b, padded, last, k, 1));
      Value moved = WindowsOp::create(b, place, w.dim, extent, /*size=*/1, /*mul=*/w.div,
                                      beginOf(k, m), /*div=*/w.mul, /*dilation=*/1);
      moved = withoutLast(b, moved);
      if (w.mul != 1 || w.div != 1) { // else every element has its window
        Expr i =
            (Expr(b, j) * Expr(double(w.div)) + Expr(double(beginOf(k, m)))) / Expr(double(w.mul)) -
            Expr(double(low));
        Expr begins = (i * Expr(double(w.mul)) + Expr(double(addOf(k)))) / Expr(double(w.div));
        moved = select(begins == Expr(b, j), Expr(b, moved), 0);
      }
      sum = sum ? AddOp::create(b, sum, moved).getResult() : moved;
    }
  return sum;
}

SmallVector<Value> WindowsOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  Windows w(*this);
  if (w.x.getDimSize(w.dim) == 0 || w.count == 0)
    return {emitNumber(b, 0, w.x)};
  bool wholeSteps = w.div == 1 && w.dilation == 1;
  return {wholeSteps ? addPieces(b, w, dys[0]) : addPlaces(b, w, dys[0])};
}
