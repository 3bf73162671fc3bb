//===- Precision.cpp - what an element is computed in -----------------------------===//
#include "ir/graph/Precision.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace dlc;

Type ir::computeType(Type element) {
  if (isHalf(element))
    return Float32Type::get(element.getContext());
  if (isUnsigned(element))
    return IntegerType::get(element.getContext(), 32);
  return element;
}

Value ir::widen(ImplicitLocOpBuilder &b, Value scalar) {
  Type wide = computeType(scalar.getType());
  if (wide == scalar.getType())
    return scalar;
  if (isa<FloatType>(wide))
    return arith::ExtFOp::create(b, wide, scalar);
  return arith::ExtUIOp::create(b, wide, scalar);
}

Value ir::addedProduct(ImplicitLocOpBuilder &b, Value x, Value y, Value sum, bool bf16) {
  if (bf16 && sum.getType().isF32())
    for (Value *factor : {&x, &y}) {
      Value half = arith::TruncFOp::create(b, b.getBF16Type(), *factor);
      *factor = arith::ExtFOp::create(b, b.getF32Type(), half);
    }
  return Expr(b, sum) + Expr(b, x) * Expr(b, y);
}

TypedAttr ir::widen(TypedAttr number) {
  Type wide = computeType(number.getType());
  if (wide == number.getType())
    return number;
  if (auto real = dyn_cast<FloatAttr>(number))
    return FloatAttr::get(wide, real.getValueAsDouble());
  return IntegerAttr::get(wide, cast<IntegerAttr>(number).getValue().zext(32));
}

Value ir::narrow(ImplicitLocOpBuilder &b, Value scalar, Type element) {
  if (scalar.getType() == element)
    return scalar;
  assert(scalar.getType() == computeType(element) && "a scalar of another type than it should be");
  Operation *widened = scalar.getDefiningOp(); // what was only passed on is not rounded again
  if (isa_and_present<arith::ExtFOp, arith::ExtUIOp>(widened) &&
      widened->getOperand(0).getType() == element)
    return widened->getOperand(0);
  if (isa<FloatType>(element))
    return arith::TruncFOp::create(b, element, scalar);
  return arith::TruncIOp::create(b, element, scalar);
}
