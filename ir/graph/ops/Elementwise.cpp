//===- Elementwise.cpp - the one-line rules compile here ----------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Precision.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Elementwise.cpp.inc"

//===- ConvertOp --------------------------------------------------------------===//

LogicalResult ConvertOp::verify() {
  RankedTensorType from = typeOf(getX()), to = typeOf(getY());
  if (withElement(from, to.getElementType()) != to)
    return emitOpError("changes the shape from ")
           << describe(from) << " to " << describe(to) << "; only the element type may change";
  return success();
}

SmallVector<Value> ConvertOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  bool smooth = isa<FloatType>(typeOf(getX()).getElementType()) &&
                isa<FloatType>(typeOf(getY()).getElementType());
  if (!smooth)
    return {Value()};
  return {ConvertOp::create(b, getX().getType(), dys[0])};
}

Value ConvertOp::emitScalar(ImplicitLocOpBuilder &b, ValueRange args) {
  Value x = args[0];
  Type from = x.getType(), to = computeType(typeOf(getY()).getElementType());
  if (to.isInteger(1))
    return Expr(b, x) != 0;
  if (from == to)
    return x;
  bool isBool = from.isInteger(1); // unsigned: true is 1
  if (isa<FloatType>(from)) {
    if (!isa<FloatType>(to))
      return arith::FPToSIOp::create(b, to, x);
    if (from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth())
      return arith::ExtFOp::create(b, to, x);
    return arith::TruncFOp::create(b, to, x);
  }
  if (isa<FloatType>(to)) {
    if (isBool)
      return arith::UIToFPOp::create(b, to, x);
    return arith::SIToFPOp::create(b, to, x);
  }
  if (isBool)
    return arith::ExtUIOp::create(b, to, x);
  if (from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth())
    return arith::ExtSIOp::create(b, to, x);
  return arith::TruncIOp::create(b, to, x);
}
