//===- Dialect.cpp - registration of the schedule dialect -----------------------===//
#include "ir/schedule/Dialect.h"
#include "mlir/IR/Builders.h"

using namespace mlir;
using namespace dlc::step;

#include "ir/schedule/Dialect.cpp.inc"
#define GET_OP_CLASSES
#include "ir/schedule/Ops.cpp.inc"

void StepDialect::initialize() {
  addOperations<
#define GET_OP_LIST
#include "ir/schedule/Ops.cpp.inc"
      >();
}

std::optional<int64_t> KernelOp::restOperand() {
  if (!(*this)->hasAttr("in_place"))
    return std::nullopt;
  return (*getOverwrites())[1];
}

bool KernelOp::mayOverwrite(int64_t result, int64_t operand) {
  ArrayRef<int64_t> pairs = *getOverwrites();
  for (size_t pair = 0; pair < pairs.size(); pair += 2)
    if (pairs[pair] == result && pairs[pair + 1] == operand)
      return true;
  return false;
}

LogicalResult HostOp::verify() {
  if (!llvm::is_contained({"print", "write", "assert", "index"}, getWhat()))
    return emitOpError("does '") << getWhat()
                                 << "'; the host does 'print', 'write', 'assert' or 'index'";
  if (mayStop() && !getX())
    return emitOpError("looks at nothing; it takes a mask or an index");
  if (bool(getX()) != bool(getType()))
    return emitOpError("has ") << (getX() ? "an operand and no type" : "a type and no operand");
  return success();
}

ShapedType HostOp::operandType() {
  if (getWhat() == "index")
    return RankedTensorType::get({}, Builder(getContext()).getI64Type());
  return cast<ShapedType>(*getType());
}

LogicalResult LaunchOp::verifySymbolUses(SymbolTableCollection &symbols) {
  auto kernel = symbols.lookupNearestSymbolFrom<KernelOp>(*this, getKernelAttr());
  if (!kernel)
    return emitOpError("launches @") << getKernel() << ", which is no kernel";
  size_t inputs = kernel.getNumInputs(), outputs = kernel.getNumOutputs();
  size_t expected = getNumResults() ? inputs : inputs + outputs;
  if (getOperands().size() != expected || (getNumResults() && getNumResults() != outputs))
    return emitOpError("passes ") << getOperands().size() << " operands and takes "
                                  << getNumResults() << " results; kernel @" << getKernel()
                                  << " has " << inputs << " inputs and " << outputs << " outputs";
  if (bool((*this)->getParentOfType<JoinOp>()) != bool(getPerUnit()))
    return emitOpError("has ") << (getPerUnit() ? "a" : "no")
                               << " per_unit; launches in a step.join have one, and no others";
  if (getPerUnit() && (!kernel.getCut() || !kernel.getTiles() || *getPerUnit() < 1))
    return emitOpError("is joined by ") << *getPerUnit() << " tiles a unit; kernel @" << getKernel()
                                        << " must have a cut, and a unit a tile at least";
  return success();
}
