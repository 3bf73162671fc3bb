//===- PairPlan.cpp - products of bf16, two steps of a reduction at once -----------===//
// A contraction that rounds its operands to bf16 (ir/graph/Precision.h) copies both of them, as
// bf16, in pairs: neighbours along the last reduction share 32 bits. The panel lies as
// [pairs][lanes] as ever; the rows of a register tile lie beside it, so that one of their pairs is
// one broadcast of 32 bits. Then one instruction multiplies a pair of each lane and adds both
// products to the lane's f32 (AVX512-BF16), and what lacks it widens the pairs and adds twice.
//
// Rounding is cheap where it is done: once for a panel, and for the rows once per panel.
#include "codegen/cpu/Plan.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
namespace dlc::cpu {

/// The argument that `value` is with the digits of bf16.
static BlockArgument roundedArgument(Value value) {
  auto widened = value.getDefiningOp<arith::ExtFOp>();
  auto rounded = widened ? widened.getIn().getDefiningOp<arith::TruncFOp>() : nullptr;
  if (!rounded || !rounded.getType().isBF16() || !rounded.getIn().getType().isF32())
    return nullptr;
  return dyn_cast<BlockArgument>(rounded.getIn());
}

/// The two inputs whose rounded product is all that the body adds to its accumulator.
static std::optional<std::pair<unsigned, unsigned>> roundedFactors(const Stage &stage) {
  auto sum = dyn_cast_or_null<arith::AddFOp>(combinerOf(stage));
  if (!sum)
    return std::nullopt;
  const Value accumulator = stage.body().getArgument(stage.numInputs);
  Value added = sum.getLhs() == accumulator ? sum.getRhs() : sum.getLhs();
  auto product = added.getDefiningOp<arith::MulFOp>();
  if (!product)
    return std::nullopt;
  BlockArgument x = roundedArgument(product.getLhs()), y = roundedArgument(product.getRhs());
  if (!x || !y || x == y || x.getArgNumber() >= stage.numInputs ||
      y.getArgNumber() >= stage.numInputs)
    return std::nullopt;
  return std::pair(x.getArgNumber(), y.getArgNumber());
}

void choosePairs(const Nest &nest, const Facts &facts, unsigned rows, Plan &plan) {
  auto reductions = nest.reductions();
  auto factors = roundedFactors(nest.main());
  if (!factors || plan.lanes != 16)
    return;
  const unsigned last = reductions.back();
  auto [panel, row] = *factors;
  if (!nest.main().accesses[panel].dependsOn(plan.vector))
    std::swap(panel, row);
  const Access &lanes = nest.main().accesses[panel], &beside = nest.main().accesses[row];
  auto isPlain = [&](const Access &access, unsigned along) {
    return access.linear && !access.inRegister() &&
           (access.stride[along] == 1 || access.stride[last] == 1);
  };
  if (!isPlain(lanes, plan.vector) || !isPlain(beside, rows) || lanes.dependsOn(rows) ||
      beside.dependsOn(plan.vector))
    return;
  plan.pairs = last;
  plan.packed = panel;
  plan.rowInput = row;
  plan.rowLoop = rows;
  plan.multipliesPairs = facts.multipliesPairs;
}

int64_t pairsBelow(const Nest &nest, unsigned level, int64_t iterations) {
  auto reductions = nest.reductions();
  for (unsigned i = level + 1; i < reductions.size(); ++i)
    iterations = i + 1 < reductions.size()
                     ? iterations * nest.loops[reductions[i]].bound
                     : iterations * llvm::divideCeil(nest.loops[reductions[i]].bound, 2);
  return level + 1 < reductions.size() ? iterations : llvm::divideCeil(iterations, 2);
}

/// So much of the rows stands in scratch that it stays in the nearest cache beside the panel's
/// lines. Loops inside of the first one that is walked at once are walked in full, so their
/// iterations must be known.
void choosePairBlocks(const Nest &nest, Plan &plan) {
  constexpr int64_t most = 512;
  auto reductions = nest.reductions();
  auto iterations = [&](unsigned level) {
    return plan.kBlock && plan.kLevel == level ? plan.kBlock : nest.loops[reductions[level]].bound;
  };
  const unsigned outermost = plan.kBlock ? plan.kLevel : 0;
  unsigned level = reductions.size() - 1;
  while (level > outermost && nest.loops[reductions[level]].isStatic() &&
         pairsBelow(nest, level, iterations(level)) <= most / 2)
    --level;
  plan.pairLevel = level;
  plan.pairSteps = level + 1 < reductions.size() ? most / pairsBelow(nest, level, 1) : 2 * most;
  plan.pairSteps = std::min(plan.pairSteps, iterations(level));

  const int64_t pairs = pairsBelow(nest, level, plan.pairSteps), rows = plan.reg[plan.rowLoop];
  const bool along = nest.main().accesses[plan.rowInput].stride[plan.pairs] == 1;
  // Whole vectors are stored: what is beyond the last pair is another row's, stored later, or room.
  plan.rowStride = along ? 4 * (pairs + plan.lanes) : 4;
  plan.pairStride = along ? 4 : 4 * rows;
  plan.rowBytes = llvm::alignTo(
      (pairs - 1) * plan.pairStride + (rows - 1) * plan.rowStride + 4 * (plan.lanes + 1), 64);
}
} // namespace dlc::cpu
