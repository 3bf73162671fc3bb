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

//===- EntryOp ----------------------------------------------------------------===//

OperandRange EntryOp::resultValues() {
  return terminator()->getOperands().take_front(getResults().size());
}
OperandRange EntryOp::stateValues() {
  return terminator()->getOperands().drop_front(getResults().size());
}

LogicalResult EntryOp::verifyRegions() {
  size_t inputs = getInputs().size(), states = getStates().size(), results = getResults().size();
  if (getBody().getNumArguments() != inputs + states)
    return emitOpError("has ") << getBody().getNumArguments() << " arguments for " << inputs
                               << " inputs and " << states << " states";
  if (terminator()->getNumOperands() != results + states)
    return terminator()->emitOpError("yields ")
           << terminator()->getNumOperands() << " values for " << results << " results and " << states
           << " states";
  auto program = (*this)->getParentOfType<ProgramOp>();
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
    return emitOptionalError(loc, "`backward` of a tensor ", describe(loss),
                             "; a loss has one element and rank 0, hint: `.sum()` or `.mean()` first");
  llvm::append_range(types, op.getWrt().getTypes());
  return success();
}
