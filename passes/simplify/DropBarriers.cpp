//===- DropBarriers.cpp - nothing is merged from here on ------------------------------===//
// A barrier keeps what a checkpoint computes again from being merged with what it computed first.
// It stands until common subexpressions have been looked for, and means nothing after that.
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "passes/Passes.h"

namespace dlc {
#define GEN_PASS_DEF_DROPBARRIERSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

namespace {
struct DropBarriersPass : dlc::impl::DropBarriersPassBase<DropBarriersPass> {
  void runOnOperation() override {
    getOperation()->walk([](dlc::ir::BarrierOp op) {
      op.getY().replaceAllUsesWith(op.getX());
      op.erase();
    });
  }
};
} // namespace
