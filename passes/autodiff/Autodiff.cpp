//===- Autodiff.cpp - reverse-mode differentiation ----------------------------===//
// Replaces each dlc.backward by ordinary ops: a reverse walk over the ops between `wrt` and
// the loss asks each for its vjp. First in the pipeline, so it sees the graph as the user
// wrote it. Checkpoints and custom gradients, which matter to it alone, give way to what they
// compute. Zero gradients and the seed live only here; no file names an op that has a rule of
// its own. Gradient ops carry the location of the forward op. `detach` stops the walk and is
// erased once every gradient is taken.
//
//   %l = dlc.reduce_sum %y ...                  %l = dlc.reduce_sum %y ...
//   %g = dlc.backward %l wrt(%x)            =>  %1 = dlc.splat 1.0
//                                               %g = dlc.broadcast %1 ...
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"
#include "passes/Passes.h"
#include "passes/autodiff/ReverseWalk.h"

using namespace mlir;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_AUTODIFFPASS
#include "passes/Passes.h.inc"
} // namespace dlc

static LogicalResult expand(BackwardOp backward) {
  ImplicitLocOpBuilder b(backward.getLoc(), backward);
  dlc::ReverseWalk walk(b, backward);
  for (Value wrt : backward.getWrt())
    walk.activate(wrt);
  SmallVector<Operation *> path =
      walk.findPath(backward->getBlock()->begin(), backward->getIterator());
  Value loss = backward.getLoss();
  walk.accumulate(loss, emitNumber(b, 1, loss.getType()));
  if (failed(walk.run(path)))
    return failure();
  b.setLoc(backward.getLoc());
  for (auto [wrt, grad] : llvm::zip(backward.getWrt(), backward.getGrads())) {
    Value total = walk.cotangent(wrt);
    grad.replaceAllUsesWith(total ? total : emitNumber(b, 0, wrt.getType()));
  }
  backward.erase();
  return success();
}

namespace {
struct AutodiffPass : dlc::impl::AutodiffPassBase<AutodiffPass> {
  void runOnOperation() override {
    // In program order, those in bodies of loops first, so that a gradient may be differentiated
    // again.
    SmallVector<BackwardOp> backwards;
    getOperation()->walk([&](BackwardOp op) { backwards.push_back(op); });
    for (BackwardOp op : backwards)
      if (failed(expand(op)))
        return signalPassFailure();
    dlc::inlineForward(getOperation());
    getOperation()->walk([](DetachOp op) {
      op.getY().replaceAllUsesWith(op.getX());
      op.erase();
    });
  }
};
} // namespace
