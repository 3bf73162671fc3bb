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

LogicalResult HostOp::verify() {
  if (getWhat() != "print" && getWhat() != "write" && getWhat() != "assert")
    return emitOpError("does '") << getWhat() << "'; the host does 'print', 'write' or 'assert'";
  if (getWhat() == "assert" && !getX())
    return emitOpError("asserts nothing; it takes a mask");
  if (bool(getX()) != bool(getType()))
    return emitOpError("has ") << (getX() ? "an operand and no type" : "a type and no operand");
  return success();
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
  return success();
}
