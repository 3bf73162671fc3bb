//===- RegisterTile.cpp - which loops stand in registers -----------------------------===//
#include "codegen/cpu/Plan.h"

using namespace mlir;
namespace dlc::cpu {

/// Cycles of one step of the reductions on a tile of `rows` x `vectors`: multiply-adds, loads, and
/// the latency of an accumulator, on a core that starts two of each a cycle.
static double stepCycles(int64_t rows, int64_t vectors) {
  if (!rows || !vectors)
    return 0;
  return std::max({rows * vectors / 2.0, (rows + vectors) / 2.0, 4.0}) + 0.1;
}

/// Cycles of a step on all of `height` x `width`, cut into tiles of `rows` x `vectors`.
static double sweepCycles(int64_t height, int64_t width, int64_t rows, int64_t vectors) {
  const int64_t lastRows = height % rows, lastVectors = width % vectors;
  const double cycles = (height / rows) * (width / vectors) * stepCycles(rows, vectors) +
                        (width / vectors) * stepCycles(lastRows, vectors) +
                        (height / rows) * stepCycles(rows, lastVectors) +
                        stepCycles(lastRows, lastVectors);
  return cycles * (1 + 0.02 * (lastRows != 0) + 0.02 * (lastVectors != 0)); // more code
}

static void tileContraction(const Nest &nest, const Facts &facts, int u, Plan &plan) {
  const int64_t width = llvm::divideCeil(nest.loops[plan.vector].bound, plan.lanes);
  const int64_t height = nest.loops[u].bound;
  plan.contraction = true;
  choosePairs(nest, facts, u, plan);
  // What rounds by integers keeps its constants in registers.
  const bool rounds = plan.pairs >= 0 && !plan.multipliesPairs;
  const int64_t registers =
      rounds ? std::max<int64_t>(facts.registers - 3, 4) : facts.registers - 1;
  double best = 0;
  int64_t bestRows = 0, bestVectors = 0;
  if (interleavedWith(nest, plan.vector) == u)
    plan.interleaved = u;
  for (int64_t vectors : {2, 1, 3, 4})
    for (int64_t rows : {8, 6, 12, 13, 10, 7, 9, 11, 14, 5, 4, 3, 2, 1}) {
      // All of an interleaved loop, even if one or two of its sums do not fit.
      const bool whole = plan.interleaved == u;
      const bool fits = rows * vectors + vectors + 1 <= registers;
      if (vectors > width || (whole ? rows != height : rows > height) ||
          (!fits && !(whole && vectors == 1)))
        continue;
      const double cost = sweepCycles(height, width, rows, vectors);
      if (!bestRows || cost < best * 0.99) {
        best = cost;
        bestRows = rows;
        bestVectors = vectors;
      }
    }
  plan.reg[plan.vector] = bestVectors * plan.lanes;
  plan.reg[u] = bestRows;
  if (plan.pairs >= 0)
    return;
  // Small rows, as in a convolution's weight gradient with one channel: a second loop joins. All of
  // it, unless that were the whole kernel: then as much as hides the latency of a sum, and the rest
  // is for other threads.
  for (unsigned other : nest.parallel()) {
    const int64_t rows = nest.loops[other].bound;
    if (static_cast<int>(other) == plan.vector || static_cast<int>(other) == u ||
        bestRows != height)
      continue;
    const int64_t wanted = bestRows * rows * bestVectors + bestVectors + 1;
    if (rows <= 8 && wanted <= registers && bestRows * bestVectors < 8) {
      int64_t tiles = 1;
      for (unsigned loop : nest.parallel())
        if (loop != other)
          tiles *= llvm::divideCeil(nest.loops[loop].bound, plan.reg[loop]);
      const int64_t least = llvm::divideCeil(8, bestRows * bestVectors);
      plan.reg[other] = tiles > 1 ? rows : std::min(rows, least);
      return;
    }
  }
}

/// The loop whose steps reuse what the lanes load: some input moves with it and not along the
/// lanes.
static int rowsOfContraction(const Nest &nest, const Plan &plan) {
  const Stage &main = nest.main();
  int found = -1;
  for (unsigned loop : nest.parallel()) {
    if (static_cast<int>(loop) == plan.vector)
      continue;
    bool broadcast = false, shared = false;
    for (unsigned i = 0; i < main.numInputs; ++i) {
      const Access &access = main.accesses[i];
      if (!main.reads(i) || !access.linear || access.inRegister())
        continue;
      const bool lanes = access.dependsOn(plan.vector), moves = access.dependsOn(loop);
      broadcast |= moves && !lanes;
      shared |= lanes && !moves;
    }
    // Of several, the innermost that is not tiny: its operands lie closest together.
    if (broadcast && shared &&
        (found < 0 || nest.loops[loop].bound >= std::min<int64_t>(nest.loops[found].bound, 8)))
      found = loop;
  }
  return found;
}

/// Small loops that some input does not follow, as the places of a kernel in the weight gradient of
/// a depthwise convolution: all their sums stand in registers, and what they share is loaded once.
static void joinSmallLoops(const Nest &nest, Plan &plan) {
  const Stage &main = nest.main();
  int64_t sums = plan.vectorsPerTile();
  int64_t tiles = nest.volume(nest.parallel()) / plan.reg[plan.vector];
  for (unsigned loop : llvm::reverse(nest.parallel())) {
    const int64_t bound = nest.loops[loop].bound;
    bool shares = false;
    for (unsigned i = 0; i < main.numInputs; ++i) {
      const Access &access = main.accesses[i];
      shares |= main.reads(i) && access.linear && !access.inRegister() &&
                access.dependsOn(plan.vector) && !access.dependsOn(loop);
    }
    if (static_cast<int>(loop) == plan.vector || !shares || sums * bound > 12 || tiles / bound < 4)
      continue; // too many registers, or too few tiles for the threads
    plan.reg[loop] = bound;
    sums *= bound;
    tiles /= bound;
  }
}

/// Lanes that are folded in the end: several sums at a time hide the latency of one, and two loops
/// whose operands each other's steps share make a tile, as the input gradient of a convolution with
/// few channels, which has many on the other side.
static void tileRows(const Nest &nest, const Facts &facts, Plan &plan) {
  auto parallel = nest.parallel();
  const Stage &main = nest.main();
  SmallVector<const Access *> read;
  for (unsigned i = 0; i < main.numInputs; ++i)
    if (main.reads(i) && main.accesses[i].linear && main.accesses[i].dependsOn(plan.vector))
      read.push_back(&main.accesses[i]);
  auto follows = [&](unsigned loop) { // of the two operands, only this one
    for (int i : {0, 1})
      if (read[i]->dependsOn(loop) && !read[1 - i]->dependsOn(loop))
        return i;
    return -1;
  };
  int loops[] = {-1, -1}; // the innermost of each
  if (read.size() == 2)
    for (unsigned loop : parallel)
      if (int i = follows(loop); i >= 0 && nest.loops[loop].bound > 1)
        loops[i] = loop;
  if (loops[0] < 0 || loops[1] < 0) {
    if (!parallel.empty() && nest.loops[parallel.back()].bound >= 4)
      plan.reg[parallel.back()] = 4;
    return;
  }
  const int64_t width = nest.loops[loops[0]].bound, height = nest.loops[loops[1]].bound;
  double best = 0;
  for (int64_t rows = 1; rows <= std::min<int64_t>(height, 8); ++rows)
    for (int64_t columns = 1; columns <= std::min<int64_t>(width, 8); ++columns) {
      if (rows * columns + std::min(rows, columns) + 1 > facts.registers - 1)
        continue;
      const double cost = sweepCycles(height, width, rows, columns);
      if (best && cost >= best * 0.99)
        continue;
      best = cost;
      plan.reg[loops[0]] = columns;
      plan.reg[loops[1]] = rows;
    }
}

/// The steps of a loop that lead to the same elements of an input, as the places of a window that
/// share a gradient; 1 if none do.
static int64_t stepsThatShare(const Nest &nest, unsigned loop) {
  int64_t steps = 1;
  for (const Access &access : nest.main().accesses)
    if (access.offset)
      access.offset.walk([&](AffineExpr expr) {
        auto quotient = dyn_cast<AffineBinaryOpExpr>(expr);
        auto divisor = quotient && expr.getKind() == AffineExprKind::FloorDiv
                           ? dyn_cast<AffineConstantExpr>(quotient.getRHS())
                           : nullptr;
        if (divisor && quotient.getLHS() == getAffineDimExpr(loop, expr.getContext()))
          steps = std::max(steps, divisor.getValue());
      });
  return nest.loops[loop].bound % steps ? 1 : steps;
}

/// Whose steps share loads, where these are a good part of the work: one vector each, and perhaps
/// put together of elements from everywhere. Of long rows more would be written at once than read.
static void joinStepsThatShare(const Nest &nest, Plan &plan) {
  constexpr int64_t mostPoints = 8;
  int64_t points = 1;
  for (unsigned loop : llvm::reverse(nest.parallel())) {
    const int64_t steps = stepsThatShare(nest, loop);
    if (static_cast<int>(loop) == plan.vector || plan.reg[plan.vector] > plan.lanes ||
        points * steps > mostPoints)
      continue;
    plan.reg[loop] = steps;
    points *= steps;
  }
}

void chooseRegisterTile(const Nest &nest, const Facts &facts, Plan &plan) {
  if (plan.vector < 0)
    return;
  const Stage &main = nest.main();
  auto parallel = nest.parallel();
  if (plan.rows)
    return tileRows(nest, facts, plan);
  if (nest.hasReduction())
    if (int u = rowsOfContraction(nest, plan); u >= 0)
      return tileContraction(nest, facts, u, plan);

  int64_t ops = 0;
  for (const Stage &stage : nest.stages)
    ops += stage.instructions();
  const int64_t width = llvm::divideCeil(nest.loops[plan.vector].bound, plan.lanes);
  if (!nest.hasReduction())
    for (unsigned i = 0; i < main.numInputs; ++i) {
      const Access &access = main.accesses[i];
      if (!main.reads(i) || !access.linear || access.inRegister() || !access.guards.empty() ||
          std::abs(access.stride[plan.vector]) < 2)
        continue;
      for (unsigned loop : parallel)
        if (access.stride[loop] == 1 && static_cast<int>(loop) != plan.vector && ops <= 24) {
          plan.transposed = loop;
          plan.reg[loop] = std::min<int64_t>(plan.lanes, nest.loops[loop].bound);
          plan.reg[plan.vector] = plan.lanes;
          return;
        }
    }
  if (nest.hasReduction() && (slideWindow(nest, facts, plan) || slideOverImage(nest, facts, plan)))
    return;
  int64_t vectors = std::clamp<int64_t>(48 / std::max<int64_t>(ops, 1), 1, 4);
  if (nest.hasReduction()) { // few outputs and long sums: rather more tiles than longer ones
    int64_t outputs = nest.volume(parallel) / nest.loops[plan.vector].bound * width;
    while (vectors > 1 && outputs / vectors < 16)
      vectors /= 2;
  }
  plan.reg[plan.vector] = std::min(vectors, width) * plan.lanes;
  if (nest.hasReduction()) {
    joinSmallLoops(nest, plan);
    slideOverPlaces(nest, plan);
  } else {
    joinStepsThatShare(nest, plan);
  }
}
} // namespace dlc::cpu
