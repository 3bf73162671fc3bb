//===- Plan.cpp - tiles, panels and blocks of the reduction ------------------------===//
#include "codegen/cpu/Plan.h"

using namespace mlir;
namespace dlc::cpu {

SmallVector<unsigned> Plan::axes(const Nest &nest) const {
  SmallVector<unsigned> found;
  for (unsigned loop : sweep)
    if (block[loop] < nest.loops[loop].bound)
      found.push_back(loop);
  return found;
}

int64_t Plan::registerTiles(const Nest &nest) const {
  int64_t product = 1;
  for (unsigned loop : sweep)
    product *= llvm::divideCeil(std::min(block[loop], nest.loops[loop].bound), reg[loop]);
  return product;
}

/// A tile is worth handing to a thread from about 64k operations or a few thousand elements on.
static void chooseTiles(const Nest &nest, Plan &plan) {
  int64_t work = 1;
  for (unsigned loop : nest.reductions())
    work *= nest.loops[loop].bound;
  int64_t ops = 0;
  for (const Stage &stage : nest.stages)
    ops = std::max<int64_t>(ops, stage.body().getOperations().size() - 1);
  work *= nest.hasReduction() ? 2 : 8 + ops;
  for (unsigned loop : nest.parallel())
    work *= plan.reg[loop];
  const int64_t enough = 1 << 16;
  plan.block = plan.reg;
  for (unsigned loop : llvm::reverse(plan.sweep)) {
    if (static_cast<int>(loop) == plan.vector && plan.packed >= 0)
      continue; // a panel is packed per tile of this axis
    const int64_t most = llvm::alignTo(nest.loops[loop].bound, plan.reg[loop]);
    while (work < enough && plan.block[loop] < most) {
      const int64_t grown = std::min(plan.block[loop] * 2, most);
      work = work * grown / plan.block[loop];
      plan.block[loop] = grown;
    }
  }
}

/// Bytes of an input that one sweep along all other loops reads for one vector panel.
static int64_t panelBytes(const Nest &nest, const Plan &plan, const Access &access) {
  int64_t elements = 1;
  for (auto [i, loop] : llvm::enumerate(nest.loops))
    if (access.dependsOn(i))
      elements *= static_cast<int>(i) == plan.vector ? plan.reg[i] : loop.bound;
  return std::min(elements, access.size) * access.elementBytes();
}

/// When the panel that all register tiles of a column share leaves the cache between two of them,
/// the outermost reduction is cut into blocks and the tiles are swept once per block. The order of
/// additions is the same: accumulators rest in scratch, exactly, between blocks.
static void chooseReductionBlock(const Nest &nest, const Facts &facts, Plan &plan) {
  const Stage &main = nest.main();
  auto reductions = nest.reductions();
  if (reductions.empty() || plan.vector < 0 || plan.rows || main.writesInBody())
    return;
  int64_t panel = 0, all = 0;
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (!main.reads(i) || !access.offset || access.inRegister())
      continue;
    const int64_t bytes = panelBytes(nest, plan, access);
    all += bytes;
    if (access.dependsOn(plan.vector))
      panel += bytes;
  }
  for (unsigned i = main.numInputs; i < main.accesses.size(); ++i)
    if (main.accesses[i].element.isInteger(1))
      return;
  const int64_t bound = nest.loops[reductions[0]].bound;
  const int64_t inner = nest.volume(reductions) / bound;
  int64_t outputs = 1;
  for (unsigned loop : nest.parallel())
    outputs *= llvm::divideCeil(nest.loops[loop].bound, plan.reg[loop]);
  if (!plan.contraction || panel <= facts.l2Bytes / 2 || outputs < 2 || bound < 2)
    return;
  int64_t size = std::max<int64_t>(bound * (facts.l2Bytes / 2) / all, 1);
  size = std::max<int64_t>(size,
                           llvm::divideCeil(256, inner)); // below that, moving accumulators shows
  if (size >= bound)
    return;
  size = llvm::divideCeil(bound, llvm::divideCeil(bound, size)); // equal blocks
  // A panel is packed sixteen steps at a time.
  plan.kBlock = plan.packed >= 0 || (bound >= 256 && size > 16) ? llvm::alignTo(size, 16) : size;
  if (plan.kBlock >= bound) {
    plan.kBlock = 0;
    return;
  }

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
  plan.chunk = std::clamp<int64_t>((facts.l2Bytes / 4) / perTile, 1, tiles);
}

/// A contraction's strided operand (x · Wᵀ) is copied once per panel, transposed, when the copy is
/// used often enough.
static void choosePanel(const Nest &nest, Plan &plan) {
  const Stage &main = nest.main();
  if (plan.vector < 0 || plan.rows || nest.reductions().empty())
    return;
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (!main.reads(i) || access.inRegister() || !access.linear ||
        std::abs(access.stride[plan.vector]) < 2 || access.element.isInteger(1))
      continue;
    int64_t reuse = 1;
    for (unsigned loop : nest.parallel())
      if (static_cast<int>(loop) != plan.vector)
        reuse *= access.dependsOn(loop) ? 0 : nest.loops[loop].bound;
    if (reuse >= 8) {
      plan.packed = i;
      plan.packStride = plan.reg[plan.vector];
      return;
    }
  }
}

/// Rows come from far away and all panels together stay in cache: better read each row once and the
/// panels again and again. (A packed panel would have to be packed again and again.)
static bool rowsOutermost(const Nest &nest, const Facts &facts, const Plan &plan) {
  if (!plan.contraction || plan.packed >= 0)
    return false;
  int64_t panels = 0, rows = 0;
  const Stage &main = nest.main();
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (main.reads(i) && access.offset && !access.inRegister())
      (access.dependsOn(plan.vector) ? panels : rows) += access.size * access.elementBytes();
  }
  return rows > facts.l2Bytes / 2 && panels <= facts.l2Bytes / 4;
}

Plan Plan::make(const Nest &nest, const Facts &facts) {
  if (nest.rows)
    return planRows(nest);
  Plan plan;
  plan.reg.assign(nest.loops.size(), 1);
  chooseVectorLoop(nest, plan);
  chooseRegisterTile(nest, facts, plan);
  choosePanel(nest, plan);

  // With reductions the panel that the lanes read stays in cache while the rows pass: the vector
  // loop is outermost and the loop of the rows innermost, unless the rows are the larger part.
  // Without, memory order is best.
  const bool reduces = nest.hasReduction();
  for (unsigned loop : nest.parallel())
    if (static_cast<int>(loop) != plan.vector)
      plan.sweep.push_back(loop);
  if (reduces)
    llvm::sort(plan.sweep, [&](unsigned a, unsigned b) {
      return std::pair(plan.reg[a] > 1, a) < std::pair(plan.reg[b] > 1, b);
    });
  const bool vectorOutermost = reduces && !rowsOutermost(nest, facts, plan);
  if (plan.vector >= 0 && !plan.rows)
    plan.sweep.insert(vectorOutermost ? plan.sweep.begin() : plan.sweep.end(), plan.vector);

  chooseTiles(nest, plan);
  chooseReductionBlock(nest, facts, plan);
  if (plan.packed >= 0) {
    auto reductions = nest.reductions();
    int64_t depth = nest.volume(reductions);
    if (plan.kBlock)
      depth = depth / nest.loops[reductions[0]].bound * plan.kBlock;
    plan.packBytes = llvm::alignTo(
        depth * plan.packStride * nest.main().accesses[plan.packed].elementBytes(), 64);
  }
  plan.scratchBytes = plan.packBytes;
  if (plan.kBlock)
    plan.scratchBytes += plan.chunk * plan.registerTiles(nest) * plan.accumulatorBytes;
  return plan;
}
} // namespace dlc::cpu
