//===- Shape.cpp - for each op: type, derivative, where elements come from ------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Reshape.h"
#include "ir/graph/expr/Expr.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Shape.cpp.inc"

/// An error unless `dims` are distinct and within `rank`.
static LogicalResult checkDims(std::optional<Location> loc, StringRef op, ArrayRef<int64_t> dims,
                               int64_t rank) {
  llvm::SmallDenseSet<int64_t> seen;
  for (int64_t dim : dims)
    if (dim < 0 || dim >= rank || !seen.insert(dim).second)
      return emitOptionalError(loc, "`", op, "` names dim ", dim, " of a tensor of rank ", rank,
                               "; each dim is named at most once");
  return success();
}

//===- BroadcastOp ------------------------------------------------------------===//

LogicalResult BroadcastOp::verify() {
  RankedTensorType from = typeOf(getX()), to = typeOf(getY());
  if (failed(checkDims(getLoc(), "broadcast", getDims(), to.getRank())))
    return failure();
  SmallVector<int64_t> shape;
  SmallVector<LiveDim> live;
  for (auto [dim, size, alive] : llvm::enumerate(to.getShape(), liveOf(to)))
    if (!llvm::is_contained(getDims(), int64_t(dim))) {
      shape.push_back(size);
      live.push_back(alive);
    }
  if (from != tensorOf(shape, live, to.getElementType()))
    return emitOpError("cannot take ") << describe(from) << " to " << describe(to)
                                       << "; without the new dims the types must be equal";
  return success();
}

SmallVector<Value> BroadcastOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  return {ReduceSumOp::create(b, dys[0], getDims()).getResult()};
}

AffineMap BroadcastOp::sourceMap() {
  SmallVector<AffineExpr> kept;
  int64_t rank = typeOf(getY()).getRank();
  for (int64_t dim = 0; dim < rank; ++dim)
    if (!llvm::is_contained(getDims(), dim))
      kept.push_back(getAffineDimExpr(dim, getContext()));
  return AffineMap::get(rank, 0, kept, getContext());
}

//===- ReshapeOp --------------------------------------------------------------===//

LogicalResult ReshapeOp::verify() {
  RankedTensorType from = typeOf(getX()), to = typeOf(getY());
  // A gradient goes the other way; where a dynamic dim is bounded by 1, only one way says which dim
  // it is.
  FailureOr<RankedTensorType> back = reshapedType(std::nullopt, to, from.getShape());
  if (succeeded(back) && *back == from)
    return success();
  FailureOr<RankedTensorType> expected = reshapedType(getLoc(), from, to.getShape());
  if (failed(expected))
    return failure();
  if (*expected != to)
    return emitOpError("of ") << describe(from) << " gives " << describe(*expected) << ", not "
                              << describe(to);
  return success();
}

SmallVector<Value> ReshapeOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  return {ReshapeOp::create(b, getX().getType(), dys[0])};
}

AffineMap ReshapeOp::sourceMap() { return reshapeMap(typeOf(getX()), typeOf(getY())); }

//===- PermuteOp --------------------------------------------------------------===//

LogicalResult PermuteOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                          SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  if (int64_t(op.getPerm().size()) != x.getRank())
    return emitOptionalError(loc, "`permute` names ", op.getPerm().size(), " dims of ", describe(x),
                             ", which has ", x.getRank());
  if (failed(checkDims(loc, "permute", op.getPerm(), x.getRank())))
    return failure();
  SmallVector<LiveDim> live = liveOf(x), newLive;
  SmallVector<int64_t> shape;
  for (int64_t dim : op.getPerm()) {
    shape.push_back(x.getDimSize(dim));
    newLive.push_back(live[dim]);
  }
  types.push_back(tensorOf(shape, newLive, x.getElementType()));
  return success();
}

SmallVector<Value> PermuteOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  SmallVector<int64_t> inverse(getPerm().size());
  for (auto [to, from] : llvm::enumerate(getPerm()))
    inverse[from] = to;
  return {PermuteOp::create(b, dys[0], inverse).getResult()};
}

AffineMap PermuteOp::sourceMap() {
  SmallVector<AffineExpr> exprs(getPerm().size());
  for (auto [to, from] : llvm::enumerate(getPerm()))
    exprs[from] = getAffineDimExpr(to, getContext());
  return AffineMap::get(exprs.size(), 0, exprs, getContext());
}

//===- ReverseOp --------------------------------------------------------------===//

LogicalResult ReverseOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                          SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  if (failed(checkDims(loc, "reverse", op.getDims(), x.getRank())))
    return failure();
  for (int64_t dim : op.getDims())
    if (liveOf(x)[dim].symbol)
      return emitOptionalError(loc, "`reverse` along dynamic dim ", dim, " of ", describe(x),
                               "; only static dims can be reversed");
  types.push_back(x);
  return success();
}

SmallVector<Value> ReverseOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  return {ReverseOp::create(b, dys[0], getDims()).getResult()};
}

AffineMap ReverseOp::sourceMap() {
  SmallVector<AffineExpr> exprs;
  for (auto [dim, size] : llvm::enumerate(typeOf(getY()).getShape())) {
    AffineExpr index = getAffineDimExpr(dim, getContext());
    exprs.push_back(llvm::is_contained(getDims(), int64_t(dim)) ? (size - 1) - index : index);
  }
  return AffineMap::get(exprs.size(), 0, exprs, getContext());
}

//===- SliceOp ----------------------------------------------------------------===//

LogicalResult SliceOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                        SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  size_t rank = x.getRank();
  if (op.getStarts().size() != rank || op.getSizes().size() != rank ||
      op.getStrides().size() != rank)
    return emitOptionalError(loc, "`slice` of ", describe(x), " takes ", rank,
                             " starts, sizes and strides");
  SmallVector<LiveDim> live = liveOf(x);
  for (size_t dim = 0; dim < rank; ++dim) {
    int64_t start = op.getStarts()[dim], size = op.getSizes()[dim], stride = op.getStrides()[dim];
    int64_t extent = x.getDimSize(dim);
    bool whole = start == 0 && size == extent && stride == 1;
    if (live[dim].symbol && !whole)
      return emitOptionalError(loc, "`slice` of dynamic dim ", dim, " of ", describe(x),
                               "; only static dims can be sliced");
    if (start < 0 || size < 0 || stride < 1 || (size && start + (size - 1) * stride >= extent))
      return emitOptionalError(loc, "`slice` takes ", size, " elements from ", start, " by ",
                               stride, " of dim ", dim, " of ", describe(x), ", which has ",
                               extent);
  }
  types.push_back(tensorOf(op.getSizes(), live, x.getElementType()));
  return success();
}

SmallVector<Value> SliceOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  if (typeOf(getY()).getNumElements() == 0)
    return {Value()};
  SmallVector<int64_t> high, interior;
  for (auto [start, size, stride, extent] :
       llvm::zip(getStarts(), getSizes(), getStrides(), typeOf(getX()).getShape())) {
    interior.push_back(stride - 1);
    high.push_back(extent - start - (size ? (size - 1) * stride + 1 : 0));
  }
  return {PadOp::create(b, dys[0], getStarts(), high, interior, APFloat(0.0)).getResult()};
}

AffineMap SliceOp::sourceMap() {
  SmallVector<AffineExpr> exprs;
  for (auto [dim, start, stride] : llvm::enumerate(getStarts(), getStrides()))
    exprs.push_back(getAffineDimExpr(dim, getContext()) * stride + start);
  return AffineMap::get(exprs.size(), 0, exprs, getContext());
}

//===- PadOp ------------------------------------------------------------------===//

LogicalResult PadOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                      SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  size_t rank = x.getRank();
  if (op.getLow().size() != rank || op.getHigh().size() != rank || op.getInterior().size() != rank)
    return emitOptionalError(loc, "`pad` of ", describe(x), " takes ", rank,
                             " low, high and interior amounts");
  SmallVector<int64_t> shape;
  for (auto [dim, size, live] : llvm::enumerate(x.getShape(), liveOf(x))) {
    int64_t low = op.getLow()[dim], high = op.getHigh()[dim], interior = op.getInterior()[dim];
    if (low < 0 || high < 0 || interior < 0)
      return emitOptionalError(loc, "`pad` by ", low, ", ", high, ", ", interior, " along dim ",
                               dim, "; amounts are at least 0, hint: slice instead");
    if (live.symbol && (low || high || interior))
      return emitOptionalError(loc, "`pad` of dynamic dim ", dim, " of ", describe(x),
                               "; only static dims can be padded");
    shape.push_back(low + high + size + (size ? (size - 1) * interior : 0));
  }
  types.push_back(tensorOf(shape, liveOf(x), x.getElementType()));
  return success();
}

SmallVector<Value> PadOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  SmallVector<int64_t> strides =
      llvm::map_to_vector(getInterior(), [](int64_t i) { return i + 1; });
  return {SliceOp::create(b, dys[0], getLow(), typeOf(getX()).getShape(), strides).getResult()};
}

//===- ConcatOp ---------------------------------------------------------------===//

LogicalResult ConcatOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                         SmallVectorImpl<Type> &types) {
  if (op.getXs().empty())
    return emitOptionalError(loc, "`concat` of nothing; it takes at least one tensor");
  RankedTensorType first = typeOf(op.getXs()[0]);
  int64_t dim = op.getDim();
  if (failed(checkDims(loc, "concat", dim, first.getRank())))
    return failure();
  SmallVector<int64_t> shape(first.getShape());
  SmallVector<LiveDim> live = liveOf(first);
  shape[dim] = 0;
  for (Value x : op.getXs()) {
    RankedTensorType type = typeOf(x);
    SmallVector<LiveDim> own = liveOf(type);
    bool fits =
        type.getRank() == first.getRank() && type.getElementType() == first.getElementType();
    for (int64_t i = 0; fits && i < type.getRank(); ++i)
      fits = i == dim || (type.getDimSize(i) == shape[i] && own[i] == live[i]);
    if (!fits)
      return emitOptionalError(loc, "`concat` along dim ", dim, " of ", describe(first), " and ",
                               describe(type), "; all but that dim must be equal");
    if (own[dim].symbol)
      return emitOptionalError(loc, "`concat` along dynamic dim ", dim, " of ", describe(type),
                               "; only static dims can be joined, hint: compute the parts and "
                               "join along another dim, or give the dim a fixed size");
    shape[dim] += type.getDimSize(dim);
  }
  types.push_back(tensorOf(shape, live, first.getElementType()));
  return success();
}

SmallVector<Value> ConcatOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  int64_t dim = getDim(), rank = typeOf(getY()).getRank();
  SmallVector<int64_t> starts(rank, 0), strides(rank, 1);
  SmallVector<Value> dxs;
  for (Value x : getXs()) {
    ArrayRef<int64_t> sizes = typeOf(x).getShape();
    if (typeOf(x).getNumElements() == 0) {
      dxs.push_back(Value());
      continue;
    }
    dxs.push_back(SliceOp::create(b, dys[0], starts, sizes, strides).getY());
    starts[dim] += sizes[dim];
  }
  return dxs;
}

//===- PlaceOp ----------------------------------------------------------------===//

LoopNest PlaceOp::loops() {
  RankedTensorType x = typeOf(getX());
  MLIRContext *context = getContext();
  LoopNest nest;
  SmallVector<AffineExpr> target;
  for (auto [axis, size, live] : llvm::enumerate(x.getShape(), liveOf(x))) {
    nest.loops.push_back({size, live, false});
    target.push_back(getAffineDimExpr(axis, context) * (getInterior()[axis] + 1) + getLow()[axis]);
  }
  nest.operandMaps = {AffineMap::getMultiDimIdentityMap(x.getRank(), context)};
  nest.resultMaps = {AffineMap::get(x.getRank(), 0, target, context)};
  return nest;
}

Value PlaceOp::emitOver(ImplicitLocOpBuilder &, Value x, Value) { return x; }
