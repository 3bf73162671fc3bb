//===- Program.cpp - programs and entries ---------------------------------------===//
#include "ir/graph/Dialect.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Program.cpp.inc"
#define GET_OP_CLASSES
#include "ir/graph/Differentiation.cpp.inc"

//===- ProgramOp --------------------------------------------------------------===//

int64_t ProgramOp::boundOf(StringRef dim) {
  auto bound = dyn_cast_or_null<IntegerAttr>(getDims().get(dim));
  return bound ? bound.getInt() : 0;
}

SmallVector<int64_t> ProgramOp::bounds() {
  return llvm::map_to_vector(
      getDims(), [](NamedAttribute dim) { return cast<IntegerAttr>(dim.getValue()).getInt(); });
}

//===- EntryOp ----------------------------------------------------------------===//

OperandRange EntryOp::resultValues() {
  return terminator()->getOperands().take_front(getResults().size());
}
OperandRange EntryOp::stateValues() {
  return terminator()->getOperands().drop_front(getResults().size());
}

/// The program must know every dimension that `value` is live to, and the bound must fit.
static LogicalResult verifyLive(ProgramOp program, Value value) {
  auto type = dyn_cast<RankedTensorType>(value.getType());
  auto live = type ? dyn_cast_or_null<LiveAttr>(type.getEncoding()) : LiveAttr();
  if (!live)
    return success();
  if (int64_t(live.getDims().size()) != type.getRank())
    return emitError(value.getLoc())
           << "a tensor of rank " << type.getRank() << " has a live extent for "
           << live.getDims().size() << " dims";
  for (auto [size, dim] : llvm::zip(type.getShape(), live.getDims())) {
    if (!dim.symbol)
      continue;
    int64_t bound = program.boundOf(dim.symbol);
    if (!bound)
      return emitError(value.getLoc())
             << describe(type) << " is live to the dimension '" << dim.symbol.getValue()
             << "', which the program does not have";
    if (dim.mul * bound + dim.add > size)
      return emitError(value.getLoc())
             << describe(type) << " is live to " << dim.mul * bound + dim.add << " where '"
             << dim.symbol.getValue() << "' is at its bound " << bound;
  }
  return success();
}

static LogicalResult verifyOp(ProgramOp program, Operation &op) {
  if (auto extent = dyn_cast<ExtentOp>(op); extent && !program.boundOf(extent.getSymbol()))
    return extent.emitOpError("reads the dimension '")
           << extent.getSymbol() << "', which the program does not have";
  if (auto select = dyn_cast<SelectOp>(op))
    for (auto [mask, y] :
         llvm::zip(liveOf(typeOf(select.getMask())), liveOf(typeOf(select.getY()))))
      if (mask.symbol && mask != y)
        return select.emitOpError("has a mask ")
               << describe(typeOf(select.getMask())) << " for " << describe(typeOf(select.getY()))
               << "; the mask must be live where the result is";
  for (Value result : op.getResults())
    if (failed(verifyLive(program, result)))
      return failure();
  return success();
}

LogicalResult EntryOp::verifyRegions() {
  size_t inputs = getInputs().size(), states = getStates().size(), results = getResults().size();
  if (getBody().getNumArguments() != inputs + states)
    return emitOpError("has ") << getBody().getNumArguments() << " arguments for " << inputs
                               << " inputs and " << states << " states";
  if (terminator()->getNumOperands() != results + states)
    return terminator()->emitOpError("yields ")
           << terminator()->getNumOperands() << " values for " << results << " results and "
           << states << " states";
  auto program = (*this)->getParentOfType<ProgramOp>();
  for (Value argument : getBody().getArguments())
    if (failed(verifyLive(program, argument)))
      return failure();
  WalkResult nested = getBody().walk([&](Operation *op) {
    for (Region &region : op->getRegions())
      for (Value argument : region.getArguments())
        if (failed(verifyLive(program, argument)))
          return WalkResult::interrupt();
    return WalkResult(verifyOp(program, *op));
  });
  if (nested.wasInterrupted())
    return failure();
  for (auto [ref, before, after] : llvm::zip(getStates(), stateArguments(), stateValues())) {
    StringAttr name = cast<FlatSymbolRefAttr>(ref).getAttr();
    auto state = program.lookupSymbol<StateOp>(name);
    if (!state)
      return emitOpError("uses state @") << name.getValue() << ", which the program does not have";
    if (before.getType() != state.getType() || after.getType() != state.getType())
      return emitOpError("uses state @") << name.getValue() << " of " << state.getType() << " as "
                                         << before.getType() << " and leaves " << after.getType();
  }
  return success();
}

//===- BackwardOp -------------------------------------------------------------===//

LogicalResult BackwardOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                           SmallVectorImpl<Type> &types) {
  RankedTensorType loss = typeOf(op.getLoss());
  if (loss.getRank() != 0)
    return emitOptionalError(
        loc, "`backward` of a tensor ", describe(loss),
        "; a loss has one element and rank 0, hint: `.sum()` or `.mean()` first");
  llvm::append_range(types, op.getWrt().getTypes());
  return success();
}
