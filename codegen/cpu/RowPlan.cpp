//===- RowPlan.cpp - how several passes over rows become vectors and tiles ----------===//
// The lanes hold neighbours in memory: of one row, whose sums are folded at the end of a pass, or
// of as many rows as there are lanes, each of which sums up by itself. Nothing here depends on the
// processor, so that every one adds in the same order.
#include "codegen/cpu/Plan.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
namespace dlc::cpu {

static bool dependsOnColumns(const Nest &nest, const Access &access) {
  return llvm::any_of(nest.reductions(), [&](unsigned loop) { return access.dependsOn(loop); });
}

/// About the instructions of a body.
static int64_t workOf(const Stage &stage) {
  int64_t work = 0;
  for (Operation &op : stage.body().without_terminator())
    if (op.getNumOperands())
      work += isa<step::PhiloxOp>(op) ? 100 : isa<math::MathDialect>(op.getDialect()) ? 12 : 1;
  return work;
}

/// Cost of one element of the passes when `loop` runs along the lanes, in loads of a vector;
/// nothing if it cannot.
static std::optional<double> costAlong(const Nest &nest, unsigned loop, int64_t lanes) {
  const bool folds = nest.loops[loop].reduction;
  const double columns = nest.volume(nest.reductions());
  double cost = 0;
  for (const Stage &stage : nest.stages)
    for (auto [i, access] : llvm::enumerate(stage.accesses)) {
      const bool output = i >= stage.numInputs;
      if (!output && !stage.reads(i))
        continue;
      if (stage.hasColumns && output && !dependsOnColumns(nest, access) && folds) {
        if (!combinerOf(stage, i - stage.numInputs))
          return std::nullopt;
        cost += 2.0 * lanes / columns;
      }
      if (access.inRegister() || !access.offset || !dependsOnColumns(nest, access))
        continue;
      cost += access.contiguous(loop)   ? 1
              : !access.dependsOn(loop) ? 0.5
              : output                  ? 2.0 * lanes
                                        : 1.25 * lanes;
    }
  const int64_t bound = nest.loops[loop].bound;
  return cost * llvm::divideCeil(bound, lanes) / static_cast<double>(bound);
}

/// Vectors that stay in registers for each vector of columns: sums, and what is one a row.
static int64_t restingVectors(const Nest &nest) {
  int64_t most = 1;
  for (const Stage &stage : nest.stages) {
    int64_t resting = 0;
    for (auto [i, access] : llvm::enumerate(stage.accesses))
      resting += stage.hasColumns && (i >= stage.numInputs || stage.reads(i)) &&
                 !dependsOnColumns(nest, access) && !access.invariant();
    most = std::max(most, resting);
  }
  return most;
}

static void chooseLanes(const Nest &nest, Plan &plan) {
  const int64_t lanes = lanesOf(nest);
  double best = 1e30;
  for (auto [i, loop] : llvm::enumerate(nest.loops)) {
    if (loop.bound < 2)
      continue;
    std::optional<double> cost = costAlong(nest, i, lanes);
    if (cost && *cost < best) {
      best = *cost;
      plan.vector = i;
      plan.lanes = lanes;
      plan.rows = loop.reduction;
    }
  }
}

/// Rows in one tile: some thousand elements, a few passes each.
static void chooseRows(const Nest &nest, const Facts &facts, Plan &plan) {
  int64_t work = 0;
  for (const Stage &stage : nest.stages)
    if (stage.hasColumns)
      work += 4 + workOf(stage);
  work *= nest.volume(nest.reductions());
  for (unsigned loop : nest.parallel())
    work *= plan.reg[loop];
  const int64_t enough = 2 * facts.tileWork;
  plan.block = plan.reg;
  for (unsigned loop : llvm::reverse(plan.sweep)) {
    const int64_t most = llvm::alignTo(nest.loops[loop].bound, plan.reg[loop]);
    while (work < enough && plan.block[loop] < most) {
      const int64_t grown = std::min(plan.block[loop] * 2, most);
      work = work * grown / plan.block[loop];
      plan.block[loop] = grown;
    }
  }
}

Plan planRows(const Nest &nest, const Facts &facts) {
  Plan plan;
  plan.reg.assign(nest.loops.size(), 1);
  chooseLanes(nest, plan);

  int64_t work = 1;
  for (const Stage &stage : nest.stages)
    if (stage.hasColumns)
      work = std::max(work, workOf(stage));
  int64_t vectors = std::clamp<int64_t>(64 / work, 1, 4);
  for (unsigned loop : nest.parallel())
    if (static_cast<int>(loop) != plan.vector)
      plan.sweep.push_back(loop);
  if (plan.vector >= 0 && !plan.rows) {
    plan.sweep.push_back(plan.vector);
    const int64_t width = llvm::divideCeil(nest.loops[plan.vector].bound, plan.lanes);
    const int64_t others = nest.volume(nest.parallel()) / nest.loops[plan.vector].bound;
    // Rather more tiles than longer ones; and no more than registers hold.
    while (vectors > 1 &&
           (vectors > width || width * others / vectors < 8 || vectors * restingVectors(nest) > 20))
      vectors /= 2;
    plan.reg[plan.vector] = vectors * plan.lanes;
  } else if (plan.rows) {
    // Several rows at once hide each other's folds; long ones have vectors enough of their own, and
    // several would leave the nearest cache.
    const int64_t columns = nest.volume(nest.reductions());
    int64_t rows = columns <= 512 ? 4 : columns <= 1024 ? 2 : 1;
    const int last = plan.sweep.empty() ? -1 : static_cast<int>(plan.sweep.back());
    while (rows > 1 && (last < 0 || nest.loops[last].bound < rows || vectors % rows))
      rows /= 2;
    if (rows > 1)
      plan.reg[last] = rows;
    plan.unroll = vectors / rows;
    while (plan.unroll > 1 && plan.unroll * plan.lanes > nest.loops[plan.vector].bound)
      plan.unroll /= 2;
  }
  chooseRows(nest, facts, plan);

  int64_t together = 1;
  for (unsigned loop : nest.parallel())
    together *= plan.reg[loop];
  for (const Stage &stage : nest.stages)
    for (const Access &access : ArrayRef(stage.accesses).drop_front(stage.numInputs)) {
      if (!access.inRegister() || !dependsOnColumns(nest, access))
        continue;
      plan.rowBuffers[access.memref] = plan.scratchBytes;
      // One vector more than there are columns: the last one is written whole.
      const int64_t columns = nest.volume(nest.reductions()) + plan.lanes;
      plan.scratchBytes += llvm::alignTo(columns * access.elementBytes(), 64) * together;
    }
  return plan;
}
} // namespace dlc::cpu
