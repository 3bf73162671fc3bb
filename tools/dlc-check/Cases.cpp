//===- Cases.cpp - what a file beside a test says of its entries --------------------------===//
// A test written in C++ cannot carry attributes. Its numbers, made by PyTorch
// (test/ops/torch/make_cases.py), stand in a file of their own, one dictionary:
//
//   {plain = {inputs = [dense<...> : tensor<...>], expect = [dense<...> : tensor<...>], gradient}}
//
// Entry @plain gets the attributes check.inputs, check.expect and check.gradient.
//===--------------------------------------------------------------------------------===//
#include "mlir/AsmParser/AsmParser.h"
#include "tools/dlc-check/Checker.h"
#include "llvm/Support/MemoryBuffer.h"

using namespace mlir;
using namespace dlc;

LogicalResult check::addCases(ir::ProgramOp program, StringRef file) {
  auto buffer = llvm::MemoryBuffer::getFile(file);
  if (!buffer)
    return emitError(program.getLoc())
           << "cannot read the cases in " << file << ": " << buffer.getError().message();
  auto cases = dyn_cast_or_null<DictionaryAttr>(
      parseAttribute((*buffer)->getBuffer().rtrim(), program.getContext()));
  if (!cases)
    return emitError(program.getLoc()) << file << " is no dictionary of cases";
  for (NamedAttribute named : cases) {
    auto entry = program.lookupSymbol<ir::EntryOp>(named.getName());
    auto wishes = dyn_cast<DictionaryAttr>(named.getValue());
    if (!entry || !wishes)
      return emitError(program.getLoc())
             << file << " has a case for '" << named.getName().getValue()
             << "', which is no entry of the program, or no dictionary";
    for (NamedAttribute wish : wishes)
      entry->setDiscardableAttr(("check." + wish.getName().getValue()).str(), wish.getValue());
  }
  return success();
}
