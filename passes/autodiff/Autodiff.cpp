//===- Autodiff.cpp - reverse-mode differentiation ----------------------------===//
// Replaces each dlc.backward by ordinary ops: a reverse walk over the ops between `wrt` and
// the loss asks each for its vjp. First in the pipeline, so it sees the graph as the user
// wrote it. Accumulation, zero gradients and the seed live only here; this file names no
// differentiable op. Gradient ops carry the location of the forward op. `detach` stops the
// walk and is erased once every gradient is taken.
//
//   %l = dlc.reduce_sum %y ...                  %l = dlc.reduce_sum %y ...
//   %g = dlc.backward %l wrt(%x)            =>  %1 = dlc.splat 1.0
//                                               %g = dlc.broadcast %1 ...
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"
#include "passes/Passes.h"

using namespace mlir;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_AUTODIFFPASS
#include "passes/Passes.h.inc"
} // namespace dlc

namespace {
class ReverseWalk {
public:
  explicit ReverseWalk(BackwardOp backward) : backward(backward), b(backward.getLoc(), backward) {}

  LogicalResult run() {
    SmallVector<Operation *> path = opsThatDependOnWrt();
    Value loss = backward.getLoss();
    accumulate(loss, emitNumber(b, 1, loss.getType()));
    for (Operation *op : llvm::reverse(path))
      if (failed(visit(op)))
        return failure();
    b.setLoc(backward.getLoc());
    for (auto [wrt, grad] : llvm::zip(backward.getWrt(), backward.getGrads())) {
      Value total = cotangents.lookup(wrt);
      grad.replaceAllUsesWith(total ? total : emitNumber(b, 0, wrt.getType()));
    }
    backward.erase();
    return success();
  }

private:
  SmallVector<Operation *> opsThatDependOnWrt() {
    SmallVector<Operation *> path;
    active.insert_range(backward.getWrt());
    for (Operation &op : *backward->getBlock()) {
      if (&op == backward)
        break;
      if (isa<DetachOp>(op) ||
          llvm::none_of(op.getOperands(), [&](Value x) { return active.contains(x); }))
        continue;
      active.insert_range(op.getResults());
      path.push_back(&op);
    }
    return path;
  }

  LogicalResult visit(Operation *op) {
    SmallVector<Value> dys;
    for (Value y : op->getResults())
      dys.push_back(cotangents.lookup(y));
    if (llvm::none_of(dys, [](Value dy) { return bool(dy); })) // the loss does not see this op
      return success();

    auto rule = dyn_cast<Differentiable>(op);
    if (!rule) {
      InFlightDiagnostic error = op->emitError()
                                 << "`" << op->getName().stripDialect()
                                 << "` has no derivative; hint: `detach()` what needs none";
      error.attachNote(backward.getLoc()) << "needed by this backward";
      return error;
    }
    b.setLoc(op->getLoc());
    for (auto [x, dx] : llvm::zip_equal(op->getOperands(), rule.vjp(b, dys)))
      if (dx && active.contains(x))
        accumulate(x, dx);
    return success();
  }

  void accumulate(Value x, Value dx) {
    Value &sum = cotangents[x];
    sum = sum ? Value(Expr(b, sum) + Expr(b, dx)) : dx;
  }

  BackwardOp backward;
  ImplicitLocOpBuilder b;
  DenseSet<Value> active; // depends on some wrt
  DenseMap<Value, Value> cotangents;
};

struct AutodiffPass : dlc::impl::AutodiffPassBase<AutodiffPass> {
  void runOnOperation() override {
    // In program order, so that a gradient may be differentiated again.
    SmallVector<BackwardOp> backwards;
    getOperation()->walk([&](BackwardOp op) { backwards.push_back(op); });
    for (BackwardOp op : backwards)
      if (failed(ReverseWalk(op).run()))
        return signalPassFailure();
    getOperation()->walk([](DetachOp op) {
      op.getY().replaceAllUsesWith(op.getX());
      op.erase();
    });
  }
};
} // namespace
