//===- Control.cpp - what regions take and give ------------------------------------===//
#include "ir/graph/Dialect.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Control.cpp.inc"

/// An error unless the values have the types, which are `what`.
static LogicalResult checkTypes(Operation *op, const char *what, TypeRange have, TypeRange want) {
  if (have.size() != want.size())
    return op->emitOpError("has ") << have.size() << " " << what << ", not " << want.size();
  for (auto [i, one, other] : llvm::enumerate(have, want))
    if (one != other)
      return op->emitOpError("has ") << what << " " << i << " of " << one << ", not " << other;
  return success();
}

//===- ScanOp -----------------------------------------------------------------===//

RankedTensorType ScanOp::stackedType(RankedTensorType element) {
  SmallVector<int64_t> shape(element.getShape());
  SmallVector<LiveDim> live = liveOf(element);
  shape.insert(shape.begin(), int64_t(getLength()));
  live.insert(live.begin(), extent());
  return tensorOf(shape, live, element.getElementType());
}

LogicalResult ScanOp::verifyRegions() {
  if (getNumResults() < getCarries().size())
    return emitOpError("has ") << getNumResults() << " results for " << getCarries().size()
                               << " carries";
  SmallVector<Type> arguments{RankedTensorType::get({}, IntegerType::get(getContext(), 64))};
  for (Value x : getXs()) {
    RankedTensorType type = typeOf(x);
    if (type.getRank() == 0 || type.getDimSize(0) != int64_t(getLength()) ||
        liveOf(type)[0] != extent())
      return emitOpError("of ") << getLength() << " steps runs over " << describe(type)
                                << "; dim 0 must be the steps";
    arguments.push_back(tensorOf(type.getShape().drop_front(),
                                 ArrayRef<LiveDim>(liveOf(type)).drop_front(),
                                 type.getElementType()));
  }
  llvm::append_range(arguments, getConsts().getTypes());
  llvm::append_range(arguments, getCarries().getTypes());
  SmallVector<Type> given;
  if (terminator()->getNumOperands() != getNumResults())
    return emitOpError("has a body that gives ")
           << terminator()->getNumOperands() << " values for " << getNumResults() << " results";
  for (Value y : stackedValues())
    given.push_back(stackedType(typeOf(y)));
  llvm::append_range(given, carryValues().getTypes());
  if (failed(checkTypes(*this, "region arguments", getBody().getArgumentTypes(), arguments)) ||
      failed(
          checkTypes(*this, "carried values", carryValues().getTypes(), getCarries().getTypes())) ||
      failed(checkTypes(*this, "results", getResultTypes(), given)))
    return failure();
  if (getExits() && (getCarries().empty() || typeOf(getCarries()[0]).getRank() != 0 ||
                     !typeOf(getCarries()[0]).getElementType().isInteger(1)))
    return emitOpError("with `while` has no bool of rank 0 as its first carry");
  return success();
}

//===- CondOp -----------------------------------------------------------------===//

LogicalResult CondOp::verifyRegions() {
  for (Region *region : {&getTaken(), &getOtherwise()})
    if (failed(checkTypes(*this, "region arguments", region->getArgumentTypes(),
                          getInputs().getTypes())) ||
        failed(checkTypes(*this, "values of a region",
                          region->front().getTerminator()->getOperandTypes(), getResultTypes())))
      return failure();
  return success();
}

//===- CheckpointOp -----------------------------------------------------------===//

LogicalResult CheckpointOp::verifyRegions() {
  if (failed(checkTypes(*this, "region arguments", getBody().getArgumentTypes(),
                        getInputs().getTypes())))
    return failure();
  return checkTypes(*this, "values of a region",
                    getBody().front().getTerminator()->getOperandTypes(), getResultTypes());
}

//===- CustomGradientOp -------------------------------------------------------===//

LogicalResult CustomGradientOp::verifyRegions() {
  if (getNumWrt() > getInputs().size())
    return emitOpError("gives gradients of ")
           << getNumWrt() << " inputs and has " << getInputs().size();
  SmallVector<Type> arguments(getInputs().getTypes());
  llvm::append_range(arguments, getResultTypes());
  llvm::append_range(arguments, getResultTypes());
  auto given = [](Region &region) { return region.front().getTerminator()->getOperandTypes(); };
  if (failed(checkTypes(*this, "region arguments", getForward().getArgumentTypes(),
                        getInputs().getTypes())) ||
      failed(checkTypes(*this, "values of a region", given(getForward()), getResultTypes())) ||
      failed(checkTypes(*this, "region arguments", getBackward().getArgumentTypes(), arguments)))
    return failure();
  return checkTypes(*this, "values of a region", given(getBackward()),
                    getInputs().take_front(getNumWrt()).getTypes());
}

//===- BarrierOp --------------------------------------------------------------===//

SmallVector<Value> BarrierOp::vjp(ImplicitLocOpBuilder &, ValueRange dys) { return {dys[0]}; }
