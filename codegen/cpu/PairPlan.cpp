//===- PairPlan.cpp - products of bf16, two steps of a reduction at once -----------===//
// A contraction that rounds its operands to bf16 (ir/graph/Precision.h) copies both of them, as
// bf16, in pairs: neighbours along the last reduction share 32 bits. One instruction multiplies a
// pair of each lane and adds both products to the lane's f32 (AVX512-BF16). For what lacks it, the
// copies hold the rounded numbers as f32, both steps of a pair behind each other, and it adds
// twice.
//
// A tile copies its rows and, unless it is the panel of the tile before, its columns, as much of
// the reductions as leaves the columns of a register tile in the nearest cache. Columns lie as
// [vectors of a register tile][pairs][lanes], rows as [register tile][row][pairs], or, if they lie
// across the reduction in memory, as [sixteen rows][pairs][row]: a pair of a row is one broadcast.
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
  if (!lanes.guards.empty() || !beside.guards.empty()) // panels are copied without a look at edges
    return;
  if (!lanes.linear || lanes.inRegister() || lanes.dependsOn(rows) || !beside.linear ||
      beside.inRegister() || beside.dependsOn(plan.vector))
    return;
  plan.pairs = last;
  plan.packed = panel;
  plan.rowInput = row;
  plan.rowLoop = rows;
  plan.multipliesPairs = facts.multipliesPairs;
}

/// Whole vectors are stored: behind the last pair is room for what is beyond it.
static int64_t withRoom(int64_t pairs, const Plan &plan) {
  return llvm::alignTo(pairs, plan.lanes) + plan.lanes;
}

/// Columns share the rows that a tile copies, rows its columns: the more the better, as long as
/// there are tiles for the threads.
void choosePairTiles(const Nest &nest, Plan &plan) {
  constexpr int64_t mostColumns = 256, mostRows = 64, leastTiles = 16;
  plan.block = plan.reg;
  int64_t tiles = 1;
  for (unsigned loop : nest.parallel())
    tiles *= llvm::divideCeil(nest.loops[loop].bound, plan.reg[loop]);
  int64_t rows = plan.reg[plan.rowLoop];
  auto grow = [&](unsigned loop, int64_t &size, int64_t most) {
    const int64_t bound = llvm::alignTo(nest.loops[loop].bound, plan.reg[loop]);
    while (plan.block[loop] < bound && size * 2 <= most && tiles / 2 >= leastTiles) {
      const int64_t grown = std::min(plan.block[loop] * 2, bound);
      size = size * grown / plan.block[loop];
      tiles = tiles * plan.block[loop] / grown;
      plan.block[loop] = grown;
    }
  };
  int64_t columns = plan.reg[plan.vector];
  grow(plan.vector, columns, mostColumns / 2);
  for (unsigned loop : llvm::reverse(plan.sweep))
    if (static_cast<int>(loop) != plan.vector && !nest.main().accesses[plan.packed].dependsOn(loop))
      grow(loop, rows, mostRows);
  grow(plan.vector, columns, mostColumns);
}

/// Loops inside of the first one of a block are walked in full, so their iterations must be known.
void choosePairBlocks(const Nest &nest, const Facts &facts, Plan &plan) {
  auto reductions = nest.reductions();
  // Of the nearest cache, the columns of a register tile take the most; a group of rows takes as
  // much as sixteen of them.
  const int64_t columns = std::max<int64_t>(plan.reg[plan.vector], 2 * plan.lanes);
  const int64_t bytes = plan.multipliesPairs ? 4 : 8; // of a pair
  const int64_t depth = facts.l1Bytes / (bytes / 2 * columns);
  unsigned level = reductions.size() - 1;
  int64_t inner = 1;
  for (; level > 0; --level) {
    const Loop &loop = nest.loops[reductions[level]];
    if (!loop.isStatic() || inner * loop.bound > depth)
      break;
    inner *= loop.bound;
  }
  const int64_t bound = nest.loops[reductions[level]].bound;
  int64_t size = std::clamp<int64_t>(depth / inner, 1, bound);
  if (level == 0 && nest.volume(reductions) <= depth + depth / 4)
    size = bound;
  int64_t blocks = llvm::divideCeil(bound, size);
  while (bound % blocks != 0 && blocks * size < bound + bound / 4) // rather equal ones
    ++blocks;
  size = llvm::divideCeil(bound, blocks);
  if (level + 1 == reductions.size() && blocks > 1)
    size = std::min<int64_t>(llvm::alignTo(size, 2 * plan.lanes), bound); // whole vectors of pairs
  if (size < bound || level > 0) {
    plan.kBlock = size;
    plan.kLevel = level;
  }
  const int64_t room = withRoom(pairsBelow(nest, level, size), plan);
  plan.lineBytes = bytes * plan.reg[plan.vector];
  plan.groupBytes = room * plan.lineBytes;
  plan.packBytes =
      plan.groupBytes * llvm::divideCeil(plan.block[plan.vector], plan.reg[plan.vector]);

  const bool along = nest.main().accesses[plan.rowInput].stride[plan.pairs] == 1;
  const int64_t rows = plan.reg[plan.rowLoop], block = plan.block[plan.rowLoop];
  plan.rowsAtOnce = along || plan.lanes % rows || block % plan.lanes ? rows : plan.lanes;
  plan.rowStride = along ? bytes * room : 4;
  plan.pairStride = along ? bytes : bytes * plan.rowsAtOnce;
  plan.stepStride = along ? 4 : 4 * plan.rowsAtOnce;
  plan.rowGroupBytes = bytes * plan.rowsAtOnce * room;
  plan.rowBytes = plan.rowGroupBytes * llvm::divideCeil(block, plan.rowsAtOnce);
  for (unsigned loop : plan.sweep)
    if (static_cast<int>(loop) != plan.vector && static_cast<int>(loop) != plan.rowLoop)
      plan.rowBytes *= llvm::divideCeil(plan.block[loop], plan.reg[loop]);
}

int64_t pairsBelow(const Nest &nest, unsigned level, int64_t iterations) {
  auto reductions = nest.reductions();
  if (level + 1 == reductions.size())
    return llvm::divideCeil(iterations, 2);
  for (unsigned loop : ArrayRef(reductions).drop_front(level + 1).drop_back())
    iterations *= nest.loops[loop].bound;
  return iterations * llvm::divideCeil(nest.loops[reductions.back()].bound, 2);
}
} // namespace dlc::cpu
