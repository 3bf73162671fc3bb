//===- Cond.cpp - the gradient of a choice is a choice ------------------------------===//
// Each region computes its forward again and then the cotangents of its inputs; nothing is kept
// from the forward run, since only one of the two regions has run.
//
//   %y = dlc.cond %p(%x) { f } else { g }
// =>
//   %dx = dlc.cond %p(%x, %dy) { f, reverse walk } else { g, reverse walk }
//===--------------------------------------------------------------------------===//
#include "ir/graph/expr/Expr.h"
#include "mlir/IR/IRMapping.h"
#include "passes/autodiff/ReverseWalk.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

LogicalResult dlc::differentiateCond(CondOp cond, ReverseWalk &walk) {
  ImplicitLocOpBuilder &b = walk.builder();
  SmallVector<Value> operands(cond.getInputs());
  SmallVector<unsigned> wanted, seen; // inputs with a cotangent, results that have one
  for (auto [i, input] : llvm::enumerate(cond.getInputs()))
    if (walk.isActive(input) && isFloat(input))
      wanted.push_back(i);
  for (auto [i, result] : llvm::enumerate(cond.getResults()))
    if (Value dy = walk.cotangent(result)) {
      seen.push_back(i);
      operands.push_back(dy);
    }
  SmallVector<Type> types;
  for (unsigned i : wanted)
    types.push_back(cond.getInputs()[i].getType());
  auto adjoint = CondOp::create(b, types, cond.getPred(), operands);

  for (auto [from, to] : {std::pair(&cond.getTaken(), &adjoint.getTaken()),
                          std::pair(&cond.getOtherwise(), &adjoint.getOtherwise())}) {
    Block *block = &to->emplaceBlock();
    ImplicitLocOpBuilder inside(cond.getLoc(), cond.getContext());
    inside.setInsertionPointToEnd(block);
    IRMapping map;
    for (Value operand : operands)
      block->addArgument(operand.getType(), cond.getLoc());
    for (auto [argument, own] : llvm::zip(from->getArguments(), block->getArguments()))
      map.map(argument, own);
    for (Operation &op : from->front().without_terminator())
      inside.clone(op, map);

    ReverseWalk inner(inside, walk.whatFor());
    for (unsigned i : wanted)
      inner.activate(block->getArgument(i));
    SmallVector<Operation *> path = inner.findPath(block->begin(), block->end());
    for (auto [k, result] : llvm::enumerate(seen))
      inner.accumulate(map.lookup(from->front().getTerminator()->getOperand(result)),
                       block->getArgument(from->getNumArguments() + k));
    if (failed(inner.run(path)))
      return failure();
    SmallVector<Value> given;
    for (unsigned i : wanted) {
      Value dx = inner.cotangent(block->getArgument(i));
      given.push_back(dx ? dx : emitNumber(inside, 0, block->getArgument(i).getType()));
    }
    NextOp::create(inside, given);
  }
  dropEffects(adjoint);
  for (auto [i, dx] : llvm::zip(wanted, adjoint.getResults()))
    walk.accumulate(cond.getInputs()[i], dx);
  return success();
}
