//===- Creation.cpp - how one element of a created tensor is made --------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Precision.h"
#include "ir/graph/expr/Expr.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include <cmath>

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Creation.cpp.inc"

using ExtentOf = function_ref<Value(StringRef)>;

//===- SplatOp ----------------------------------------------------------------===//

LogicalResult SplatOp::verify() {
  if (getValue().getType() != typeOf(getY()).getElementType())
    return emitOpError("has a value of ")
           << getValue().getType() << " for elements of " << typeOf(getY()).getElementType();
  return success();
}

Value SplatOp::emitElement(ImplicitLocOpBuilder &b, ValueRange, ValueRange, ExtentOf) {
  return arith::ConstantOp::create(b, getValue());
}

//===- IotaOp -----------------------------------------------------------------===//

LogicalResult IotaOp::verify() {
  int64_t rank = typeOf(getY()).getRank();
  if (getDim() >= uint64_t(rank))
    return emitOpError("counts along dim ") << getDim() << " of a tensor of rank " << rank;
  return success();
}

Value IotaOp::emitElement(ImplicitLocOpBuilder &b, ValueRange indices, ValueRange, ExtentOf) {
  Type element = computeType(typeOf(getY()).getElementType());
  Type integer = isa<FloatType>(element) ? Type(b.getI64Type()) : element;
  Value index = arith::IndexCastOp::create(b, integer, indices[getDim()]);
  if (integer == element)
    return index;
  return arith::SIToFPOp::create(b, element, index);
}

//===- ExtentOp ---------------------------------------------------------------===//

Value ExtentOp::emitElement(ImplicitLocOpBuilder &b, ValueRange, ValueRange, ExtentOf extent) {
  Value index = extent(getSymbol());
  return arith::IndexCastOp::create(b, b.getI64Type(), index);
}

//===- SettingValueOp ----------------------------------------------------------===//

LogicalResult SettingValueOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto setting = symbols.lookupNearestSymbolFrom<SettingOp>(*this, getSettingAttr());
  if (!setting)
    return emitOpError("reads setting @") << getSetting() << ", which the program does not have";
  auto type = RankedTensorType::get({}, setting.getValue().getType());
  if (getY().getType() != type)
    return emitOpError("reads setting @")
           << getSetting() << " of " << type << " as " << getY().getType();
  return success();
}

//===- RandomOp ---------------------------------------------------------------===//

Value RandomOp::emitElement(ImplicitLocOpBuilder &b, ValueRange indices, ValueRange args,
                            ExtentOf) {
  RankedTensorType type = typeOf(getY());
  Type i32 = b.getI32Type();
  Value element = arith::ConstantOp::create(b, b.getI32IntegerAttr(0));
  for (auto [index, size] : llvm::zip(indices, type.getShape())) {
    Value stride = arith::ConstantOp::create(b, b.getI32IntegerAttr(int32_t(size)));
    element = arith::MulIOp::create(b, element, stride);
    Value here = arith::IndexCastOp::create(b, i32, index);
    element = arith::AddIOp::create(b, element, here);
  }
  Value seed = args[0], call = args[1];
  Value low = arith::TruncIOp::create(b, i32, seed);
  Value by32 = arith::ConstantOp::create(b, b.getI64IntegerAttr(32));
  Value high64 = arith::ShRUIOp::create(b, seed, by32);
  Value high = arith::TruncIOp::create(b, i32, high64);
  Value iteration;
  if (getIteration())
    iteration = arith::TruncIOp::create(b, i32, args[2]);
  else
    iteration = arith::ConstantOp::create(b, b.getI32IntegerAttr(0));
  Value id = arith::ConstantOp::create(b, b.getI32IntegerAttr(int32_t(getOpId())));
  Value call32 = arith::TruncIOp::create(b, i32, call);
  auto philox = step::PhiloxOp::create(b, element, iteration, id, call32, low, high);
  Value word = philox.getY0();
  if (type.getElementType().isInteger(64)) {
    Value lowBits = arith::ExtUIOp::create(b, b.getI64Type(), word);
    Value highBits = arith::ExtUIOp::create(b, b.getI64Type(), philox.getY1());
    Value shifted = arith::ShLIOp::create(b, highBits, by32);
    return arith::OrIOp::create(b, shifted, lowBits);
  }
  if (!isa<FloatType>(type.getElementType()))
    return word;
  // As many bits as are exact in every number below 1, so that none is rounded up to it.
  Type stored = type.getElementType();
  int bits = stored.isF16() ? 11 : stored.isBF16() ? 8 : 24;
  Value away = arith::ConstantOp::create(b, b.getI32IntegerAttr(32 - bits));
  word = arith::ShRUIOp::create(b, word, away);
  Value number = arith::SIToFPOp::create(b, computeType(stored), word);
  return Expr(b, number) * Expr(std::ldexp(1.0, -bits));
}
