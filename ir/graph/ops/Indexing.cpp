//===- Indexing.cpp - for each op: type, derivative, places --------------------===//
// A gather and scatter_add with the same indices are each other's derivative. That holds for
// indices outside too: there a gather reads 0, and scatter_add drops what it has.
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Indexing.cpp.inc"

/// An error unless indices are within the shape of `whole` along all dims but `dim`.
static LogicalResult checkIndices(std::optional<Location> loc, StringRef op, RankedTensorType whole,
                                  RankedTensorType indices, int64_t dim) {
  if (indices.getRank() != whole.getRank())
    return emitOptionalError(loc, "`", op, "` with indices ", describe(indices), " in ",
                             describe(whole), "; both have the same number of dims");
  if (dim < 0 || dim >= whole.getRank())
    return emitOptionalError(loc, "`", op, "` along dim ", dim, " of ", describe(whole),
                             ", which has rank ", whole.getRank());
  SmallVector<LiveDim> wholeLive = liveOf(whole), live = liveOf(indices);
  for (int64_t axis = 0; axis < whole.getRank(); ++axis) {
    bool alike = !wholeLive[axis].symbol || live[axis] == wholeLive[axis];
    if (axis != dim && (indices.getDimSize(axis) > whole.getDimSize(axis) || !alike))
      return emitOptionalError(loc, "`", op, "` along dim ", dim, " with indices ",
                               describe(indices), " in ", describe(whole), ": dim ", axis,
                               " must be within that of the other");
  }
  return success();
}

/// Identity, with symbol 0 along `dim`.
static AffineMap placeAlong(int64_t rank, int64_t dim, MLIRContext *context) {
  SmallVector<AffineExpr> exprs;
  for (int64_t axis = 0; axis < rank; ++axis)
    exprs.push_back(axis == dim ? getAffineSymbolExpr(0, context)
                                : getAffineDimExpr(axis, context));
  return AffineMap::get(rank, 1, exprs, context);
}

//===- GatherOp ---------------------------------------------------------------===//

LogicalResult GatherOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                         SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX()), indices = typeOf(op.getIndices());
  if (failed(checkIndices(loc, "gather", x, indices, op.getDim())))
    return failure();
  types.push_back(withElement(indices, x.getElementType()));
  return success();
}

SmallVector<Value> GatherOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  Type type = getX().getType();
  Value zero = emitNumber(b, 0, type);
  return {ScatterAddOp::create(b, type, dys[0], getIndices(), zero, getDim()), Value()};
}

AffineMap GatherOp::placeMap() {
  return placeAlong(typeOf(getX()).getRank(), getDim(), getContext());
}

//===- Scatters -----------------------------------------------------------------===//

template <class Adaptor>
static LogicalResult inferScatter(std::optional<Location> loc, StringRef name, Adaptor op,
                                  SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX()), indices = typeOf(op.getIndices()),
                   base = typeOf(op.getBase());
  if (x != withElement(indices, x.getElementType()) || x.getElementType() != base.getElementType())
    return emitOptionalError(loc, "`", name, "` puts ", describe(x), " at indices ",
                             describe(indices), " in ", describe(base),
                             "; each element has its index, and dtypes are equal");
  types.push_back(base);
  return checkIndices(loc, name, base, indices, op.getDim());
}

/// Loops over x, `dim` last and in order. So is a loop that stops before the base's does: what is
/// dead in x must not reach what is live in the base.
static LoopNest scatterLoops(Operation *op, int64_t dim) {
  RankedTensorType x = typeOf(op->getOperand(0)), base = typeOf(op->getOperand(2));
  MLIRContext *context = op->getContext();
  int64_t rank = x.getRank();
  SmallVector<LiveDim> live = liveOf(x), baseLive = liveOf(base);
  LoopNest nest;
  for (int64_t axis = 0; axis < rank; ++axis)
    nest.loops.push_back(
        {x.getDimSize(axis), live[axis], axis == dim || live[axis] != baseLive[axis]});
  AffineMap identity = AffineMap::getMultiDimIdentityMap(rank, context);
  nest.operandMaps = {identity, identity};
  nest.resultMaps = {placeAlong(rank, dim, context)};
  return nest;
}

LogicalResult ScatterOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                          SmallVectorImpl<Type> &types) {
  return inferScatter(loc, "scatter", op, types);
}
LogicalResult ScatterAddOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                             SmallVectorImpl<Type> &types) {
  return inferScatter(loc, "scatter_add", op, types);
}
LogicalResult ScatterMulOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                             SmallVectorImpl<Type> &types) {
  return inferScatter(loc, "scatter_mul", op, types);
}
LogicalResult ScatterMaxOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                             SmallVectorImpl<Type> &types) {
  return inferScatter(loc, "scatter_max", op, types);
}

LoopNest ScatterOp::loops() { return scatterLoops(*this, getDim()); }
LoopNest ScatterAddOp::loops() { return scatterLoops(*this, getDim()); }
LoopNest ScatterMulOp::loops() { return scatterLoops(*this, getDim()); }
LoopNest ScatterMaxOp::loops() { return scatterLoops(*this, getDim()); }

Value ScatterOp::emitOver(ImplicitLocOpBuilder &, Value x, Value) { return x; }
Value ScatterAddOp::emitOver(ImplicitLocOpBuilder &b, Value x, Value old) {
  return Expr(b, old) + Expr(b, x);
}
Value ScatterMulOp::emitOver(ImplicitLocOpBuilder &b, Value x, Value old) {
  return Expr(b, old) * Expr(b, x);
}
Value ScatterMaxOp::emitOver(ImplicitLocOpBuilder &b, Value x, Value old) {
  return max(Expr(b, old), Expr(b, x));
}

// Of several elements for one place the last one stays: the one whose number is found there.
SmallVector<Value> ScatterOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  RankedTensorType x = typeOf(getX()), base = typeOf(getBase()), indices = typeOf(getIndices());
  Value zeros = emitNumber(b, 0, x);
  Value dbase = ScatterOp::create(b, base, zeros, getIndices(), dys[0], getDim());
  Value numbers = IotaOp::create(b, indices, getDim());
  Value none = emitNumber(b, -1, withElement(base, indices.getElementType()));
  Value last = ScatterOp::create(b, none.getType(), numbers, getIndices(), none, getDim());
  Value found = GatherOp::create(b, last, getIndices(), getDim());
  Value dx = GatherOp::create(b, dys[0], getIndices(), getDim());
  return {select(Expr(b, found) == Expr(b, numbers), Expr(b, dx), 0), Value(), dbase};
}

SmallVector<Value> ScatterAddOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  Value dx = GatherOp::create(b, dys[0], getIndices(), getDim());
  return {dx, Value(), dys[0]};
}

// The product of all others for each factor: with one zero at a place only that zero has a
// gradient, with several none has. Zeros are counted and left out of the product.
SmallVector<Value> ScatterMulOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  RankedTensorType base = typeOf(getBase());
  auto isZero = [&](Value value) { return Expr(b, value) == 0; };
  auto withoutZeros = [&](Value value) -> Value {
    return select(isZero(value), 1, Expr(b, value));
  };
  auto count = [&](Value value) -> Value {
    return ConvertOp::create(b, value.getType(), isZero(value));
  };
  Value factors = withoutZeros(getX()), first = withoutZeros(getBase());
  Value product = ScatterMulOp::create(b, base, factors, getIndices(), first, getDim());
  Value own = count(getX()), ownBase = count(getBase());
  Value zeros = ScatterAddOp::create(b, base, own, getIndices(), ownBase, getDim());
  auto share = [&](Value factor, Value mine, Value all, Value dy, Value rest) -> Value {
    return select(Expr(b, all) == Expr(b, mine), Expr(b, dy) * Expr(b, rest) / Expr(b, factor), 0);
  };
  Value dbase = share(first, ownBase, zeros, dys[0], product);
  auto at = [&](Value value) -> Value {
    return GatherOp::create(b, value, getIndices(), getDim());
  };
  Value allAt = at(zeros), dyAt = at(dys[0]), productAt = at(product);
  return {share(factors, own, allAt, dyAt, productAt), Value(), dbase};
}

SmallVector<Value> ScatterMaxOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  RankedTensorType x = typeOf(getX()), base = typeOf(getBase());
  auto at = [&](Value value) -> Value {
    return GatherOp::create(b, value, getIndices(), getDim());
  };
  Value largest = at(getY());
  Value hit = ConvertOp::create(b, x, Expr(b, getX()) == Expr(b, largest));
  Value baseHit = ConvertOp::create(b, base, Expr(b, getBase()) == Expr(b, getY()));
  Value ties = ScatterAddOp::create(b, base, hit, getIndices(), baseHit, getDim());
  // A place that nothing is equal to holds a NaN; nobody has a gradient there.
  Value each = select(Expr(b, ties) == 0, 0, Expr(b, dys[0]) / max(Expr(b, ties), 1));
  Value eachAt = at(each);
  return {Expr(b, hit) * Expr(b, eachAt), Value(), Expr(b, baseHit) * Expr(b, each)};
}
