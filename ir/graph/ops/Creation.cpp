//===- Creation.cpp - how one element of a created tensor is made --------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Precision.h"
#include "ir/graph/expr/Expr.h"
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

namespace {
/// Philox4x32-10 on i32 scalars.
struct Philox {
  ImplicitLocOpBuilder &b;
  Value counter[4], key[2];

  Value constant(uint32_t number) {
    return arith::ConstantOp::create(b, b.getI32IntegerAttr(int32_t(number)));
  }

  void round() {
    Value m0 = constant(0xD2511F53), m1 = constant(0xCD9E8D57);
    auto product0 = arith::MulUIExtendedOp::create(b, m0, counter[0]);
    auto product1 = arith::MulUIExtendedOp::create(b, m1, counter[2]);
    Value mixed0 = arith::XOrIOp::create(b, product1.getHigh(), counter[1]);
    mixed0 = arith::XOrIOp::create(b, mixed0, key[0]);
    Value mixed1 = arith::XOrIOp::create(b, product0.getHigh(), counter[3]);
    mixed1 = arith::XOrIOp::create(b, mixed1, key[1]);
    counter[0] = mixed0;
    counter[1] = product1.getLow();
    counter[2] = mixed1;
    counter[3] = product0.getLow();
  }

  /// Leaves the output words in `counter`.
  void run() {
    for (int i = 0; i < 10; ++i) {
      if (i) { // the key schedule: golden ratio and sqrt(3) - 1
        Value w0 = constant(0x9E3779B9), w1 = constant(0xBB67AE85);
        key[0] = arith::AddIOp::create(b, key[0], w0);
        key[1] = arith::AddIOp::create(b, key[1], w1);
      }
      round();
    }
  }
};
} // namespace

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
  Philox philox{b, {element, iteration, id, call32}, {low, high}};
  philox.run();
  Value word = philox.counter[0];
  if (type.getElementType().isInteger(64)) {
    Value lowBits = arith::ExtUIOp::create(b, b.getI64Type(), word);
    Value highBits = arith::ExtUIOp::create(b, b.getI64Type(), philox.counter[1]);
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
