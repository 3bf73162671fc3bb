//===- LowerControl.cpp - loops and branches of an entry's host function -----------------===//
//   step.for #trips while %flag { ... }
// becomes
//   head(step): if (step < trips && *flag) goto body; else goto after;
//   body:       ...; goto head(step + 1);
//===--------------------------------------------------------------------------------------===//
#include "codegen/emit/ScheduleLowering.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::emit;

Block *ScheduleLowering::newBlock(ArrayRef<Type> arguments) {
  Block *block = new Block;
  b.getBlock()->getParent()->push_back(block);
  for (Type type : arguments)
    block->addArgument(type, b.getLoc());
  return block;
}

/// A bool in memory.
Value ScheduleLowering::isTrue(Value flag) {
  Value byte = LLVM::LoadOp::create(b, b.getI8Type(), addresses.lookup(flag));
  Value zero = LLVM::ConstantOp::create(b, b.getI8Type(), b.getI8IntegerAttr(0));
  return LLVM::ICmpOp::create(b, LLVM::ICmpPredicate::ne, byte, zero);
}

LogicalResult ScheduleLowering::lowerFor(step::ForOp loop) {
  AffineMap map = loop.getTrips();
  if (map.getNumDims() != dims.size() || map.getNumSymbols())
    return loop.emitOpError("has the trips ")
           << loop.getTripsAttr() << ", which is no map of the program's " << dims.size()
           << " dimensions";
  Value trips = evaluate(map);
  Value zero = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(0));
  Value one = LLVM::ConstantOp::create(b, i64, b.getI64IntegerAttr(1));
  Block *head = newBlock({i64}), *body = newBlock(), *after = newBlock();
  LLVM::BrOp::create(b, zero, head);
  b.setInsertionPointToEnd(head);
  Value step = head->getArgument(0);
  Value goesOn = LLVM::ICmpOp::create(b, LLVM::ICmpPredicate::slt, step, trips);
  if (loop.getCondition()) {
    Value flag = isTrue(loop.getCondition());
    goesOn = LLVM::AndOp::create(b, goesOn, flag);
  }
  LLVM::CondBrOp::create(b, goesOn, body, after);

  b.setInsertionPointToEnd(body);
  Value counter = step;
  if (loop.getReverse()) {
    Value last = LLVM::SubOp::create(b, trips, one);
    counter = LLVM::SubOp::create(b, last, step);
  }
  counters[loop.getBody().getArgument(0)] = counter;
  if (failed(lowerBlock(loop.getBody().front())))
    return failure();
  b.setLoc(loop.getLoc());
  Value next = LLVM::AddOp::create(b, step, one);
  LLVM::BrOp::create(b, next, head);
  b.setInsertionPointToEnd(after);
  return success();
}

LogicalResult ScheduleLowering::lowerIf(step::IfOp branch) {
  Value flag = isTrue(branch.getCondition());
  Block *taken = newBlock(), *otherwise = newBlock(), *after = newBlock();
  LLVM::CondBrOp::create(b, flag, taken, otherwise);
  for (auto [block, region] :
       {std::pair(taken, &branch.getTaken()), std::pair(otherwise, &branch.getOtherwise())}) {
    b.setInsertionPointToEnd(block);
    if (failed(lowerBlock(region->front())))
      return failure();
    LLVM::BrOp::create(b, ValueRange(), after);
  }
  b.setInsertionPointToEnd(after);
  return success();
}
