//===- RoundOperands.cpp - products of bf16 with sums of f32 -------------------------===//
// `--precision=bf16`: contractions and convolutions of f32, forward ones and gradients alike, round
// their operands to bf16 as they read them, accumulate in f32 and give f32. All else stays f32:
// parameters, what the optimiser keeps, sums, losses, normalisation. bf16 has f32's exponents, so
// gradients do not vanish and no loss is scaled. What lies in memory is f32 as before, so a rounded
// copy of every operand costs neither memory nor passes over it, and checkpoints stay what they
// are.
//
// After simplification, whose patterns write convolutions of their own; before layouts and fusion,
// so that all targets agree on which products are rounded.
//
//   dlc.contract %x [0,1], %w [1,2] -> [0,2]   =>   dlc.contract %x [0,1], %w [1,2] -> [0,2] {bf16}
//===--------------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "passes/Passes.h"

using namespace mlir;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_ROUNDOPERANDSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

namespace {
/// Multiplications of a product: each element of the left takes part in `columns` of them, each of
/// the right in `rows`, and `depth` are added up.
struct Extent {
  int64_t rows = 1, columns = 1, depth = 1;

  explicit Extent(Structured op) {
    LoopNest nest = op.loops();
    for (auto [i, loop] : llvm::enumerate(nest.loops)) {
      const bool left = nest.operandMaps[0].isFunctionOfDim(i);
      const bool right = nest.operandMaps[1].isFunctionOfDim(i);
      if (loop.reduces)
        depth *= loop.bound;
      else if (left != right)
        (left ? rows : columns) *= loop.bound;
    }
  }

  /// An operand is rounded once for a panel of the other and used as often as this has elements
  /// beside it; sums begin and end with a load and a store. What is smaller than this gains nothing
  /// and keeps its digits.
  bool gains() const { return rows >= 16 && columns >= 16 && depth >= 32; }
};

struct RoundOperandsPass : dlc::impl::RoundOperandsPassBase<RoundOperandsPass> {
  void runOnOperation() override {
    auto mark = [](auto op) {
      if (typeOf(op.getY()).getElementType().isF32() &&
          Extent(cast<Structured>(op.getOperation())).gains())
        op.setBf16(true);
    };
    getOperation()->walk([&](Operation *op) {
      if (auto program = dyn_cast<ProgramOp>(op))
        program->setAttr("precision", StringAttr::get(&getContext(), "bf16")); // for the tables
      else if (auto contract = dyn_cast<ContractOp>(op))
        mark(contract);
      else if (auto conv = dyn_cast<ConvOp>(op))
        mark(conv);
    });
  }
};
} // namespace
