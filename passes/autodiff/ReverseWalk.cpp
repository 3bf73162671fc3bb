//===- ReverseWalk.cpp - cotangents of one block ------------------------------===//
#include "passes/autodiff/ReverseWalk.h"
#include "ir/graph/expr/Expr.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

void dlc::dropEffects(Operation *recomputed) {
  recomputed->walk([](Operation *op) {
    if (isEffect(op))
      op->erase();
  });
}

void ReverseWalk::accumulate(Value x, Value dx) {
  if (!active.contains(x))
    return;
  if (auto kept = apart.find(x); kept != apart.end()) {
    kept->second.push_back(dx);
    return;
  }
  Value &sum = cotangents[x];
  sum = sum ? Value(Expr(b, sum) + Expr(b, dx)) : dx;
}

void ReverseWalk::replace(Value before, Value after) {
  if (active.contains(before))
    active.insert(after);
  if (Value dx = cotangents.lookup(before))
    cotangents[after] = dx;
}

SmallVector<Operation *> ReverseWalk::findPath(Block::iterator begin, Block::iterator end) {
  SmallVector<Operation *> ops;
  for (Operation &op : llvm::make_range(begin, end))
    ops.push_back(&op);
  return findPath(ops);
}

SmallVector<Operation *> ReverseWalk::findPath(ArrayRef<Operation *> ops) {
  SmallVector<Operation *> path;
  for (Operation *op : ops) {
    if (isa<DetachOp>(op) ||
        llvm::none_of(op->getOperands(), [&](Value x) { return active.contains(x); }))
      continue;
    active.insert_range(op->getResults());
    path.push_back(op);
  }
  return path;
}

LogicalResult ReverseWalk::run(ArrayRef<Operation *> path) {
  for (Operation *op : llvm::reverse(path))
    if (failed(visit(op)))
      return failure();
  return success();
}

LogicalResult ReverseWalk::visit(Operation *op) {
  SmallVector<Value> dys;
  for (Value y : op->getResults())
    dys.push_back(cotangents.lookup(y));
  if (llvm::none_of(dys, [](Value dy) { return bool(dy); })) // the loss does not see this op
    return success();

  b.setLoc(op->getLoc());
  if (auto scan = dyn_cast<ScanOp>(op))
    return differentiateScan(scan, *this);
  if (auto cond = dyn_cast<CondOp>(op))
    return differentiateCond(cond, *this);
  if (auto checkpoint = dyn_cast<CheckpointOp>(op))
    return differentiateCheckpoint(checkpoint, *this);
  if (auto custom = dyn_cast<CustomGradientOp>(op))
    return differentiateCustom(custom, *this);
  auto rule = dyn_cast<Differentiable>(op);
  if (!rule) {
    InFlightDiagnostic error = op->emitError()
                               << "`" << op->getName().stripDialect()
                               << "` has no derivative; hint: `detach()` what needs none";
    error.attachNote(reason->getLoc()) << "needed by this backward";
    return error;
  }
  for (auto [x, dx] : llvm::zip_equal(op->getOperands(), rule.vjp(b, dys)))
    if (dx)
      accumulate(x, dx);
  return success();
}
