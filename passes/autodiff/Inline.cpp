//===- Inline.cpp - checkpoints and custom gradients --------------------------------===//
// Both are pieces of the program that only the reverse walk looks at: the first is computed again
// there, the second brings its own rule. Then their forward computation takes their place.
//
//   %y = dlc.checkpoint(%x) { f }        %y = f(%x)
//   ... backward ...                 =>  %b = dlc.barrier %x   %y2 = f(%b)   reverse walk over it
//===--------------------------------------------------------------------------===//
#include "ir/graph/expr/Expr.h"
#include "mlir/IR/IRMapping.h"
#include "passes/autodiff/ReverseWalk.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

/// The region's ops at `b`, on these values; what it gives. `cloned` takes the ops.
static SmallVector<Value> cloneRegion(OpBuilder &b, Region &region, ValueRange arguments,
                                      SmallVectorImpl<Operation *> *cloned = nullptr) {
  IRMapping map;
  map.map(region.getArguments(), arguments);
  for (Operation &op : region.front().without_terminator()) {
    Operation *copy = b.clone(op, map);
    if (cloned)
      cloned->push_back(copy);
  }
  SmallVector<Value> given;
  for (Value value : region.front().getTerminator()->getOperands())
    given.push_back(map.lookup(value));
  return given;
}

/// A number that no other barrier of the program has.
static int64_t nextBarrier(Operation *op) {
  int64_t next = 0;
  op->getParentOfType<ProgramOp>().walk(
      [&](BarrierOp barrier) { next = std::max(next, int64_t(barrier.getNumber()) + 1); });
  return next;
}

LogicalResult dlc::differentiateCheckpoint(CheckpointOp op, ReverseWalk &walk) {
  ImplicitLocOpBuilder &b = walk.builder();
  // Not yet in the program where a loop's body is differentiated: its numbers count from the op's.
  int64_t number = nextBarrier(walk.whatFor());
  SmallVector<Value> inputs;
  for (Value input : op.getInputs())
    inputs.push_back(BarrierOp::create(b, input, number++));
  SmallVector<Operation *> cloned;
  SmallVector<Value> again = cloneRegion(b, op.getBody(), inputs, &cloned);
  llvm::erase_if(cloned, [](Operation *copy) {
    bool goes = isEffect(copy);
    dropEffects(copy);
    return goes;
  });

  ReverseWalk inner(b, walk.whatFor());
  for (auto [input, outer] : llvm::zip(inputs, op.getInputs()))
    if (walk.isActive(outer) && isFloat(outer))
      inner.activate(input);
  SmallVector<Operation *> path = inner.findPath(cloned);
  for (auto [value, result] : llvm::zip(again, op.getResults()))
    if (Value dy = walk.cotangent(result))
      inner.accumulate(value, dy);
  if (failed(inner.run(path)))
    return failure();
  for (auto [input, outer] : llvm::zip(inputs, op.getInputs()))
    if (Value dx = inner.cotangent(input))
      walk.accumulate(outer, dx);
  return success();
}

LogicalResult dlc::differentiateCustom(CustomGradientOp op, ReverseWalk &walk) {
  ImplicitLocOpBuilder &b = walk.builder();
  SmallVector<Value> arguments(op.getInputs());
  llvm::append_range(arguments, op.getResults());
  for (Value result : op.getResults()) {
    Value dy = walk.cotangent(result);
    arguments.push_back(dy ? dy : emitNumber(b, 0, result.getType()));
  }
  SmallVector<Value> dxs = cloneRegion(b, op.getBackward(), arguments);
  for (auto [input, dx] : llvm::zip(op.getInputs(), dxs))
    walk.accumulate(input, dx);
  return success();
}

void dlc::inlineForward(Operation *root) {
  SmallVector<Operation *> found; // those inside others last, and inlined first
  root->walk<WalkOrder::PreOrder>([&](Operation *op) {
    if (isa<CheckpointOp, CustomGradientOp>(op))
      found.push_back(op);
  });
  for (Operation *op : llvm::reverse(found)) {
    OpBuilder b(op);
    op->replaceAllUsesWith(cloneRegion(b, op->getRegion(0), op->getOperands()));
    op->erase();
  }
}
