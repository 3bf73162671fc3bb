//===- Ordered.cpp - for each op: type, derivative, loops ------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include <limits>

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Ordered.cpp.inc"

static constexpr double infinity = std::numeric_limits<double>::infinity();

static LogicalResult checkAlong(std::optional<Location> loc, StringRef op, RankedTensorType x,
                                int64_t dim) {
  if (dim < 0 || dim >= x.getRank())
    return emitOptionalError(loc, "`", op, "` along dim ", dim, " of ", describe(x),
                             ", which has rank ", x.getRank());
  return success();
}

/// Parallel loops over the other axes, then the one along `dim`, from the end if `reverse`.
static LoopNest loopsAlong(RankedTensorType x, int64_t dim, bool reverse, unsigned results) {
  MLIRContext *context = x.getContext();
  LoopNest nest;
  SmallVector<AffineExpr> index(x.getRank());
  SmallVector<LiveDim> live = liveOf(x);
  for (bool ordered : {false, true})
    for (int64_t axis = 0; axis < x.getRank(); ++axis)
      if ((axis == dim) == ordered) {
        index[axis] = getAffineDimExpr(nest.loops.size(), context);
        nest.loops.push_back({x.getDimSize(axis), live[axis], ordered});
      }
  unsigned innermost = nest.loops.size() - 1;
  if (reverse) {
    AffineExpr count = live[dim].symbol ? getAffineSymbolExpr(innermost, context)
                                        : getAffineConstantExpr(x.getDimSize(dim), context);
    index[dim] = count - 1 - index[dim];
  }
  AffineMap map = AffineMap::get(nest.loops.size(), nest.loops.size(), index, context);
  nest.operandMaps = {map};
  nest.resultMaps.assign(results, map);
  return nest;
}

template <class OpT> static LoopNest loopsOf(OpT op) {
  return loopsAlong(typeOf(op.getX()), op.getDim(), op.getReverse(), 1);
}

static TypedAttr numberAttr(Type element, double number) {
  Builder b(element.getContext());
  if (isa<FloatType>(element))
    return b.getFloatAttr(element, number);
  return b.getIntegerAttr(element, int64_t(number));
}

static Type elementOf(Value x) { return typeOf(x).getElementType(); }

//===- CumsumOp -----------------------------------------------------------------===//

LogicalResult CumsumOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                         SmallVectorImpl<Type> &types) {
  types.push_back(op.getX().getType());
  return checkAlong(loc, "cumsum", typeOf(op.getX()), op.getDim());
}

SmallVector<Value> CumsumOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  return {CumsumOp::create(b, dys[0], getDim(), !getReverse()).getY()};
}

LoopNest CumsumOp::loops() { return loopsOf(*this); }
SmallVector<TypedAttr> CumsumOp::inits() { return {numberAttr(elementOf(getX()), 0)}; }
SmallVector<Value> CumsumOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                         ValueRange accs) {
  return {Expr(b, accs[0]) + Expr(b, args[0])};
}

//===- CumprodOp ----------------------------------------------------------------===//

LogicalResult CumprodOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                          SmallVectorImpl<Type> &types) {
  types.push_back(op.getX().getType());
  return checkAlong(loc, "cumprod", typeOf(op.getX()), op.getDim());
}

// dx_i is the sum over k from i on of dy_k y_k / x_i. Where the product meets its first zero that
// quotient is taken of the products without it; behind, y is 0 and so is the gradient.
SmallVector<Value> CumprodOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  bool reverse = getReverse();
  Value dy = dys[0];
  Value isZero = Expr(b, getX()) == 0;
  Value zero = ConvertOp::create(b, getX().getType(), isZero);
  Value zeros = CumsumOp::create(b, zero, getDim(), reverse).getY();
  Value first = Expr(b, isZero) & (Expr(b, zeros) == 1);
  Value others = select(Expr(b, first), 1, Expr(b, getX()));
  Value products = CumprodOp::create(b, others, getDim(), reverse).getY();
  auto sumOf = [&](Value y) -> Value {
    Value terms = Expr(b, dy) * Expr(b, y);
    return CumsumOp::create(b, terms, getDim(), !reverse).getY();
  };
  Value sums = sumOf(getY()), withoutFirst = sumOf(products);
  Value divisor = select(Expr(b, isZero), 1, Expr(b, getX()));
  return {select(Expr(b, first), Expr(b, withoutFirst),
                 select(Expr(b, isZero), 0, Expr(b, sums) / Expr(b, divisor)))};
}

LoopNest CumprodOp::loops() { return loopsOf(*this); }
SmallVector<TypedAttr> CumprodOp::inits() { return {numberAttr(elementOf(getX()), 1)}; }
SmallVector<Value> CumprodOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                          ValueRange accs) {
  return {Expr(b, accs[0]) * Expr(b, args[0])};
}

//===- LogcumsumexpOp -----------------------------------------------------------===//

LogicalResult LogcumsumexpOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc,
                                               Adaptor op, SmallVectorImpl<Type> &types) {
  types.push_back(op.getX().getType());
  return checkAlong(loc, "logcumsumexp", typeOf(op.getX()), op.getDim());
}

// dx_i = sum over k from i on of dy_k exp(x_i - y_k), which never overflows: summed as logarithms
// of what is positive and what is negative in dy.
SmallVector<Value> LogcumsumexpOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  auto part = [&](Value dy) -> Value {
    Value positive = Expr(b, dy) > 0;
    Value safe = select(Expr(b, positive), Expr(b, dy), 1);
    Value term = select(Expr(b, positive), log(Expr(b, safe)) - Expr(b, getY()), -infinity);
    Value sum = LogcumsumexpOp::create(b, term, getDim(), !getReverse()).getY();
    // Exponents are differences of numbers that may both be -inf, which then count for nothing.
    Value none = Expr(b, sum) == -infinity;
    Value exponent = select(Expr(b, none), 0, Expr(b, sum) + Expr(b, getX()));
    return select(Expr(b, none), 0, exp(Expr(b, exponent)));
  };
  Value positive = part(dys[0]);
  Value negative = part(-Expr(b, dys[0]));
  return {Expr(b, positive) - Expr(b, negative)};
}

LoopNest LogcumsumexpOp::loops() { return loopsOf(*this); }
SmallVector<TypedAttr> LogcumsumexpOp::inits() {
  return {numberAttr(elementOf(getX()), -infinity)};
}
SmallVector<Value> LogcumsumexpOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                               ValueRange accs) {
  Expr x(b, args[0]), acc(b, accs[0]);
  Value larger = max(x, acc);
  Value distance = -abs(x - acc); // NaN where both are the same infinity
  Value rest = exp(Expr(b, distance));
  rest = math::Log1pOp::create(b, rest);
  Expr sum = Expr(b, larger) + Expr(b, rest);
  return {select(abs(Expr(b, larger)) == infinity, Expr(b, larger), sum)};
}

//===- CummaxOp -----------------------------------------------------------------===//

LogicalResult CummaxOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                         Adaptor op, SmallVectorImpl<Type> &types) {
  types.push_back(op.getX().getType());
  types.push_back(withElement(typeOf(op.getX()), IntegerType::get(context, 64)));
  return checkAlong(loc, "cummax", typeOf(op.getX()), op.getDim());
}

SmallVector<Value> CummaxOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  Type type = getX().getType();
  Value zero = emitNumber(b, 0, type);
  return {ScatterAddOp::create(b, type, dys[0], getIndex(), zero, getDim())};
}

LoopNest CummaxOp::loops() { return loopsAlong(typeOf(getX()), getDim(), false, 2); }

SmallVector<TypedAttr> CummaxOp::inits() {
  Type element = elementOf(getX());
  IntegerAttr start = Builder(getContext()).getI64IntegerAttr(0);
  if (isa<FloatType>(element))
    return {numberAttr(element, -infinity), start};
  auto lowest = APInt::getSignedMinValue(element.getIntOrFloatBitWidth());
  return {IntegerAttr::get(element, lowest), start};
}

SmallVector<Value> CummaxOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                         ValueRange accs) {
  Expr x(b, args[0]), largest(b, accs[0]);
  Expr wins = x >= largest;
  if (isa<FloatType>(args[0].getType())) // a NaN beats every number, and the next NaN that one
    wins = wins | (x != x);
  Value won = wins;
  Value step = arith::IndexCastOp::create(b, b.getI64Type(), args[1]);
  Value value = arith::SelectOp::create(b, won, args[0], accs[0]);
  Value index = arith::SelectOp::create(b, won, step, accs[1]);
  return {value, index};
}

//===- ArgsortOp ----------------------------------------------------------------===//

LogicalResult ArgsortOp::inferReturnTypes(MLIRContext *context, std::optional<Location> loc,
                                          Adaptor op, SmallVectorImpl<Type> &types) {
  types.push_back(withElement(typeOf(op.getX()), IntegerType::get(context, 64)));
  return checkAlong(loc, "argsort", typeOf(op.getX()), op.getDim());
}

void ArgsortOp::emitKernel(ImplicitLocOpBuilder &b, ValueRange memrefs, ArrayRef<AffineMap> layouts,
                           ArrayRef<AffineMap> extents) {
  dlc::step::SortOp::create(b, memrefs[0], memrefs[1], b.getAffineMapArrayAttr(layouts),
                            b.getAffineMapArrayAttr(extents), getDim(), getDescending());
}
