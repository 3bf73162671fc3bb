//===- Blocks.cpp - panels and blocks of the reductions ----------------------------===//
// What keeps the operands of a contraction near: a panel is copied together when its rows lie far
// apart or across the lanes, and the reductions are cut into blocks when what one register tile
// leaves in the cache is gone before the next one wants it.
#include "codegen/cpu/Plan.h"
#include <numeric>

using namespace mlir;
namespace dlc::cpu {

bool isRead(const Stage &stage, unsigned i) {
  const Access &access = stage.accesses[i];
  return stage.reads(i) && access.offset && !access.inRegister();
}

/// Bytes from one step of the reductions to the next, in memory.
static int64_t stepBytes(const Nest &nest, const Access &access) {
  for (unsigned loop : llvm::reverse(nest.reductions()))
    if (access.linear && access.stride[loop])
      return std::abs(access.stride[loop]) * access.elementBytes();
  return 0;
}

/// Bytes of an input that one sweep along all other loops reads for one vector panel.
static int64_t panelBytes(const Nest &nest, const Plan &plan, const Access &access) {
  int64_t elements = 1;
  for (auto [i, loop] : llvm::enumerate(nest.loops))
    if (access.dependsOn(i))
      elements *= static_cast<int>(i) == plan.vector ? plan.reg[i] : loop.bound;
  return std::min(elements, access.size) * access.elementBytes();
}

/// A contraction's operand is copied once per panel when the copy is used often enough: transposed
/// if it lies across the lanes (x · Wᵀ), and as it is if its rows lie so far apart that they meet
/// in the same few sets of the cache.
void choosePanel(const Nest &nest, const Facts &facts, Plan &plan) {
  const Stage &main = nest.main();
  if (plan.vector < 0 || plan.rows || nest.reductions().empty() || plan.pairs >= 0)
    return;
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (!main.reads(i) || access.inRegister() || !access.linear || access.element.isInteger(1) ||
        !access.guards.empty() || !access.stride[plan.vector])
      continue;
    const bool across = std::abs(access.stride[plan.vector]) > 1;
    const bool apart =
        plan.contraction && stepBytes(nest, access) >= 1024 && nest.volume(nest.reductions()) >= 64;
    if (!across && !apart)
      continue;
    int64_t reuse = 1;
    bool together = true; // one panel serves a whole register tile
    for (unsigned loop : nest.parallel())
      if (static_cast<int>(loop) != plan.vector) {
        reuse *= access.dependsOn(loop) ? 1 : nest.loops[loop].bound;
        together &= !access.dependsOn(loop) || plan.reg[loop] == 1;
      }
    if (together && reuse >= (across ? 8 : 128)) {
      plan.packed = i;
      plan.packStride = plan.reg[plan.vector];
      return;
    }
  }
}

/// Cuts the reductions so that at most about `depth` steps stand between two sweeps over the tiles.
static void cutReductions(const Nest &nest, int64_t depth, Plan &plan) {
  auto reductions = nest.reductions();
  // A panel that is transposed is packed along this loop, in whole vectors.
  unsigned contiguous = reductions.size();
  if (plan.packed >= 0)
    for (auto [position, loop] : llvm::enumerate(reductions))
      if (nest.main().accesses[plan.packed].stride[loop] == 1)
        contiguous = position;
  unsigned level = reductions.size() - 1;
  int64_t inner = 1;
  for (; level > 0 && (level > contiguous || inner * nest.loops[reductions[level]].bound <= depth);
       --level)
    inner *= nest.loops[reductions[level]].bound;
  const int64_t bound = nest.loops[reductions[level]].bound;
  int64_t size = std::max<int64_t>(depth / inner, 1);
  if (size >= bound && level == 0)
    return;
  int64_t blocks = llvm::divideCeil(bound, size);
  while (bound % blocks != 0 && blocks * size < bound + bound / 4) // rather equal ones
    ++blocks;
  size = llvm::divideCeil(bound, blocks);
  if (level == contiguous || (bound >= 256 && size > 16))
    size = llvm::alignTo(size, 16);
  if (size >= bound && level == 0)
    return;
  plan.kBlock = std::min(size, bound);
  plan.kLevel = level;
}

void restAccumulators(const Nest &nest, const Facts &facts, Plan &plan) {
  const Stage &main = nest.main();
  int64_t points = plan.vectorsPerTile();
  for (unsigned loop : nest.parallel())
    if (static_cast<int>(loop) != plan.vector)
      points *= plan.reg[loop];
  for (unsigned i = main.numInputs; i < main.accesses.size(); ++i)
    plan.accumulatorBytes += points * plan.lanes * main.accesses[i].elementBytes();
  const int64_t perTile = plan.accumulatorBytes * plan.registerTiles(nest);
  int64_t tiles = 1;
  for (unsigned loop : nest.parallel())
    tiles *= llvm::divideCeil(nest.loops[loop].bound, plan.block[loop]);
  plan.chunk = std::clamp<int64_t>((facts.l2Bytes / 3) / perTile, 1, tiles);
}

/// Steps of the reductions whose rows of an operand that is read where it lies fit into the private
/// cache. Rows a power of two apart meet in a few of its sets, how few depends on where pages lie:
/// 784 rows every 2 KiB take 1.5 times as long where they are unlucky.
static int64_t depthInSets(const Nest &nest, const Facts &facts, const Plan &plan,
                           const Access &access) {
  constexpr int64_t lineBytes = 64, ways = 16;
  const int64_t apart = stepBytes(nest, access), way = facts.l2Bytes / ways;
  const int64_t row = llvm::alignTo(plan.reg[plan.vector] * access.elementBytes(), lineBytes);
  if (apart < row)
    return INT64_MAX;
  const int64_t places = way / std::gcd(apart, way);
  return std::min(places * row, way) * ways / row;
}

/// When what all register tiles of a column share leaves the cache between two of them, the
/// reductions are cut into blocks and the tiles are swept once per block. The order of additions
/// is the same: accumulators rest in scratch, exactly, between blocks.
void chooseReductionBlock(const Nest &nest, const Facts &facts, Plan &plan) {
  const Stage &main = nest.main();
  auto reductions = nest.reductions();
  if (reductions.empty() || plan.vector < 0 || plan.rows || main.writesInBody())
    return;
  if (plan.slides && plan.steps < nest.loops[reductions.back()].bound)
    return chooseRowsOfImage(nest, facts, plan);
  if (!plan.contraction)
    return;
  if (plan.pairs >= 0) {
    choosePairBlocks(nest, facts, plan);
    return plan.kBlock ? restAccumulators(nest, facts, plan) : void();
  }
  for (unsigned i = main.numInputs; i < main.accesses.size(); ++i)
    if (main.accesses[i].element.isInteger(1))
      return;
  int64_t outputs = 1;
  for (unsigned loop : nest.parallel())
    outputs *= llvm::divideCeil(nest.loops[loop].bound, plan.reg[loop]);
  const int64_t steps = nest.volume(reductions);
  if (outputs < 2 || steps < 2)
    return;

  // `step` is what one step of the reductions leaves in the nearest cache. Rows whose elements lie
  // side by side along the reductions leave next to nothing, others a line each.
  int64_t panel = 0, all = 0, step = 0, inSets = INT64_MAX;
  bool lines = false;
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (!isRead(main, i))
      continue;
    const int64_t bytes = panelBytes(nest, plan, access);
    all += bytes;
    if (access.dependsOn(plan.vector)) {
      panel += bytes;
      step += plan.reg[plan.vector] * access.elementBytes();
      if (plan.packed != static_cast<int>(i) && access.contiguous(plan.vector))
        inSets = std::min(inSets, depthInSets(nest, facts, plan, access));
    } else if (stepBytes(nest, access) >= 64) {
      step += 64;
      lines = true;
    }
  }
  if (panel > facts.l2Bytes / 2) // moving accumulators shows below a few hundred steps
    cutReductions(nest, std::max<int64_t>(steps * (facts.l2Bytes / 2) / all, 256), plan);
  if (steps > inSets && (!plan.kBlock || inSets < plan.kBlock))
    cutReductions(nest, std::max<int64_t>(inSets * 3 / 4, 256), plan);
  if (lines && step * steps > facts.l1Bytes) {
    const int64_t depth = std::max<int64_t>(facts.l1Bytes / step, 128);
    if (!plan.kBlock || depth < plan.kBlock)
      cutReductions(nest, depth, plan);
  }
  if (plan.kBlock)
    restAccumulators(nest, facts, plan);
}
} // namespace dlc::cpu
