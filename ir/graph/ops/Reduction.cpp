//===- Reduction.cpp - for each op: type, derivative, loops ----------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Precision.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Reduction.cpp.inc"

static LogicalResult inferReduced(std::optional<Location> loc, StringRef op, RankedTensorType x,
                                  ArrayRef<int64_t> dims, SmallVectorImpl<int64_t> &shape,
                                  SmallVectorImpl<LiveDim> &live) {
  llvm::SmallDenseSet<int64_t> reduced;
  for (int64_t dim : dims)
    if (dim < 0 || dim >= x.getRank() || !reduced.insert(dim).second)
      return emitOptionalError(loc, "`", op, "` over dim ", dim, " of ", describe(x),
                               ", which has rank ", x.getRank(),
                               "; each dim is named at most once");
  for (auto [dim, size, alive] : llvm::enumerate(x.getShape(), liveOf(x)))
    if (!reduced.contains(dim)) {
      shape.push_back(size);
      live.push_back(alive);
    }
  return success();
}

/// Parallel loops over the kept axes, then reductions over `dims`.
static LoopNest loopsOver(RankedTensorType x, ArrayRef<int64_t> dims, unsigned results) {
  MLIRContext *context = x.getContext();
  LoopNest nest;
  SmallVector<AffineExpr> index(x.getRank()), kept;
  SmallVector<LiveDim> live = liveOf(x);
  for (bool reduces : {false, true})
    for (int64_t dim = 0; dim < x.getRank(); ++dim) {
      if (llvm::is_contained(dims, dim) != reduces)
        continue;
      index[dim] = getAffineDimExpr(nest.loops.size(), context);
      if (!reduces)
        kept.push_back(index[dim]);
      nest.loops.push_back({x.getDimSize(dim), live[dim], reduces});
    }
  nest.operandMaps = {AffineMap::get(nest.loops.size(), 0, index, context)};
  nest.resultMaps.assign(results, AffineMap::get(nest.loops.size(), 0, kept, context));
  return nest;
}

/// What a maximum starts from.
static TypedAttr lowest(Type element) {
  if (auto type = dyn_cast<FloatType>(element))
    return FloatAttr::get(type, APFloat::getInf(type.getFloatSemantics(), /*Negative=*/true));
  if (isUnsigned(element))
    return IntegerAttr::get(element, 0);
  return IntegerAttr::get(element, APInt::getSignedMinValue(element.getIntOrFloatBitWidth()));
}

//===- ReduceSumOp ------------------------------------------------------------===//

LogicalResult ReduceSumOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                            SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  SmallVector<int64_t> shape;
  SmallVector<LiveDim> live;
  if (failed(inferReduced(loc, "reduce_sum", x, op.getDims(), shape, live)))
    return failure();
  types.push_back(tensorOf(shape, live, x.getElementType()));
  return success();
}

SmallVector<Value> ReduceSumOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  return {BroadcastOp::create(b, getX().getType(), dys[0], getDims())};
}

LoopNest ReduceSumOp::loops() { return loopsOver(typeOf(getX()), getDims(), 1); }

SmallVector<TypedAttr> ReduceSumOp::inits() {
  return {cast<TypedAttr>(Builder(getContext()).getZeroAttr(typeOf(getX()).getElementType()))};
}

SmallVector<Value> ReduceSumOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                            ValueRange accs) {
  return {Expr(b, accs[0]) + Expr(b, args[0])};
}

//===- ReduceMaxOp ------------------------------------------------------------===//

LogicalResult ReduceMaxOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                            SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  SmallVector<int64_t> shape;
  SmallVector<LiveDim> live;
  if (failed(inferReduced(loc, "reduce_max", x, op.getDims(), shape, live)))
    return failure();
  types.push_back(tensorOf(shape, live, x.getElementType()));
  return success();
}

SmallVector<Value> ReduceMaxOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  Type type = getX().getType();
  Value max = BroadcastOp::create(b, type, getY(), getDims());
  Value largest = EqualOp::create(b, getX(), max);
  Value share = ConvertOp::create(b, type, largest);
  Value ties = ReduceSumOp::create(b, share, getDims());
  Value each = DivOp::create(b, dys[0], ties);
  Value dy = BroadcastOp::create(b, type, each, getDims());
  return {select(Expr(b, largest), Expr(b, dy), 0)};
}

LoopNest ReduceMaxOp::loops() { return loopsOver(typeOf(getX()), getDims(), 1); }

SmallVector<TypedAttr> ReduceMaxOp::inits() { return {lowest(typeOf(getX()).getElementType())}; }

SmallVector<Value> ReduceMaxOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                            ValueRange accs) {
  return {max(Expr(b, args[0]), Expr(b, accs[0]))}; // codegen looks for NaN on the left
}

//===- ReduceProdOp -----------------------------------------------------------===//

LogicalResult ReduceProdOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                             SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  SmallVector<int64_t> shape;
  SmallVector<LiveDim> live;
  if (failed(inferReduced(loc, "reduce_prod", x, op.getDims(), shape, live)))
    return failure();
  types.push_back(tensorOf(shape, live, x.getElementType()));
  return success();
}

/// For each element the product of the others along `dim`.
static Value productOfOthers(ImplicitLocOpBuilder &b, Value x, int64_t dim) {
  RankedTensorType type = typeOf(x);
  SmallVector<int64_t> shape(type.getShape());
  SmallVector<LiveDim> live = liveOf(type);
  shape.insert(shape.begin() + dim, shape[dim]);
  live.insert(live.begin() + dim, live[dim]);
  // [.., i, j, ..]: element j as a factor of the product for element i.
  RankedTensorType pairs = tensorOf(shape, live, type.getElementType());
  RankedTensorType numbers = withElement(pairs, b.getI64Type());
  Value factor = BroadcastOp::create(b, pairs, x, ArrayRef<int64_t>{dim});
  Value i = IotaOp::create(b, numbers, dim);
  Value j = IotaOp::create(b, numbers, dim + 1);
  Value others = select(Expr(b, i) == Expr(b, j), 1, Expr(b, factor));
  return ReduceProdOp::create(b, others, ArrayRef<int64_t>{dim + 1});
}

SmallVector<Value> ReduceProdOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  // One dim after the other, the last first, so that their numbers stay: the work is the sum of
  // the dims' sizes an element, not their product.
  SmallVector<int64_t> dims(getDims());
  llvm::sort(dims, std::greater<>());
  SmallVector<Value> partial{getX()}; // products over the first dims of the list
  for (int64_t dim : ArrayRef(dims).drop_back(dims.empty() ? 0 : 1))
    partial.push_back(ReduceProdOp::create(b, partial.back(), ArrayRef<int64_t>{dim}));
  Value dy = dys[0];
  for (int64_t dim : llvm::reverse(dims)) {
    Value x = partial.pop_back_val();
    Value each = BroadcastOp::create(b, x.getType(), dy, ArrayRef<int64_t>{dim});
    Value others = productOfOthers(b, x, dim);
    dy = Expr(b, each) * Expr(b, others);
  }
  return {dy};
}

LoopNest ReduceProdOp::loops() { return loopsOver(typeOf(getX()), getDims(), 1); }

SmallVector<TypedAttr> ReduceProdOp::inits() {
  Type element = typeOf(getX()).getElementType();
  Builder b(getContext());
  if (isa<FloatType>(element))
    return {b.getFloatAttr(element, 1.0)};
  return {b.getIntegerAttr(element, 1)};
}

SmallVector<Value> ReduceProdOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                             ValueRange accs) {
  return {Expr(b, accs[0]) * Expr(b, args[0])};
}

//===- ArgmaxOp ---------------------------------------------------------------===//

LogicalResult ArgmaxOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                         Adaptor op, SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX());
  SmallVector<int64_t> shape;
  SmallVector<LiveDim> live;
  if (failed(inferReduced(loc, "argmax", x, {int64_t(op.getDim())}, shape, live)))
    return failure();
  types.push_back(tensorOf(shape, live, IntegerType::get(context, 64)));
  types.push_back(tensorOf(shape, live, x.getElementType()));
  return success();
}

SmallVector<Value> ArgmaxOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  RankedTensorType type = typeOf(getX());
  SmallVector<int64_t> dims{int64_t(getDim())};
  RankedTensorType numbers = withElement(type, b.getI64Type());
  Value number = IotaOp::create(b, numbers, getDim());
  Value index = BroadcastOp::create(b, numbers, getY(), dims);
  Value dy = BroadcastOp::create(b, type, dys[1], dims);
  return {select(Expr(b, number) == Expr(b, index), Expr(b, dy), 0)};
}

LoopNest ArgmaxOp::loops() { return loopsOver(typeOf(getX()), {int64_t(getDim())}, 2); }

SmallVector<TypedAttr> ArgmaxOp::inits() {
  Builder b(getContext());
  return {b.getI64IntegerAttr(0), lowest(typeOf(getX()).getElementType())};
}

SmallVector<Value> ArgmaxOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                         ValueRange accs) {
  // args[1] is the index along `dim`: the loop nest's innermost.
  Expr x(b, args[0]), max(b, accs[1]);
  Expr larger = x > max;
  if (isa<FloatType>(args[0].getType())) // a NaN beats every number, the first NaN stays
    larger = larger | ((x != x) & (max == max));
  Value wins = larger;
  Value index = arith::IndexCastOp::create(b, b.getI64Type(), args[1]);
  Value newIndex = arith::SelectOp::create(b, wins, index, accs[0]);
  Value newMax = arith::SelectOp::create(b, wins, args[0], accs[1]);
  return {newIndex, newMax};
}
