//===- Plan.cpp - tiles, and the order they are walked in --------------------------===//
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

/// A tile is worth handing to a thread from about 64k operations or a few thousand elements on. In
/// a loop launches may be joined (step.join), where nothing is handed over and the batch should
/// have as many parts as in the products around.
static void chooseTiles(const Nest &nest, const Facts &facts, Plan &plan) {
  int64_t work = 1;
  for (unsigned loop : nest.reductions())
    work *= nest.loops[loop].bound;
  int64_t ops = 0;
  for (const Stage &stage : nest.stages)
    ops = std::max(ops, stage.instructions());
  work *= nest.hasReduction() ? 2 : 8 + ops;
  for (unsigned loop : nest.parallel())
    work *= plan.reg[loop];
  const int64_t enough = nest.inLoop && !nest.hasReduction() ? facts.tileWork / 4 : facts.tileWork;
  plan.block = plan.reg;
  for (unsigned loop : llvm::reverse(plan.sweep)) {
    if (plan.packed >= 0 && nest.main().accesses[plan.packed].dependsOn(loop))
      continue; // a panel is packed per tile of these axes
    const int64_t most = llvm::alignTo(nest.loops[loop].bound, plan.reg[loop]);
    while (work < enough && plan.block[loop] < most) {
      const int64_t grown = std::min(plan.block[loop] * 2, most);
      work = work * grown / plan.block[loop];
      plan.block[loop] = grown;
    }
  }
}

/// All panels together stay in cache, and either rows come from far away: better read each row once
/// and the panels again and again. Or rows are few, as those of a batch in a loop: like this a
/// thread gets the same ones in each launch, and what it made of them in the last is still near. (A
/// packed panel would have to be packed again and again.)
static bool rowsOutermost(const Nest &nest, const Facts &facts, const Plan &plan) {
  if (!plan.contraction || plan.packed >= 0)
    return false;
  constexpr int64_t few = 64, shares = 4;
  int64_t panels = 0, rows = 0, number = 1, tiles = 1;
  const Stage &main = nest.main();
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (main.reads(i) && access.offset && !access.inRegister())
      (access.dependsOn(plan.vector) ? panels : rows) += access.size * access.elementBytes();
  }
  for (unsigned loop : nest.parallel())
    if (static_cast<int>(loop) != plan.vector) {
      number *= nest.loops[loop].bound;
      tiles *= nest.loops[loop].bound / plan.reg[loop];
    }
  return (rows > facts.l2Bytes / 2 || (nest.inLoop && number <= few && tiles >= shares)) &&
         panels <= facts.l2Bytes / 4;
}

/// Sums over images go from image to image, and through the window last. Otherwise with reductions
/// the panel that the lanes read stays in cache while the rows pass: the vector loop is outermost
/// and the loop of the rows innermost, unless the rows are the larger part. Without reductions,
/// memory order is best.
static void orderLoops(const Nest &nest, const Facts &facts, Plan &plan) {
  const bool reduces = nest.hasReduction();
  auto sortBy = [&](auto order) {
    llvm::sort(plan.sweep, [&](unsigned a, unsigned b) {
      return std::pair(order(a), a) < std::pair(order(b), b);
    });
  };
  for (unsigned loop : nest.parallel())
    if (static_cast<int>(loop) != plan.vector || plan.sumsOverImages())
      plan.sweep.push_back(loop);
  if (plan.sumsOverImages())
    return sortBy([&](unsigned loop) {
      const int number = static_cast<int>(loop);
      return number == plan.windowRows || number == plan.windowColumns ? 2 : number == plan.vector;
    });
  // What a panel depends on changes slowest, so that it is packed once.
  if (reduces)
    sortBy([&](unsigned loop) {
      const bool packs = plan.packed >= 0 && nest.main().accesses[plan.packed].dependsOn(loop);
      return std::pair(!packs, plan.reg[loop] > 1);
    });
  const bool vectorOutermost = reduces && !plan.slides && !rowsOutermost(nest, facts, plan);
  if (plan.vector >= 0 && !plan.rows)
    plan.sweep.insert(vectorOutermost ? plan.sweep.begin() : plan.sweep.end(), plan.vector);
}

Plan Plan::make(const Nest &nest, const Facts &facts) {
  if (nest.rows)
    return planRows(nest, facts);
  Plan plan;
  plan.reg.assign(nest.loops.size(), 1);
  chooseVectorLoop(nest, plan);
  choosePlaces(nest, facts, plan);
  if (plan.placeLoop < 0) {
    chooseRegisterTile(nest, facts, plan);
    choosePanel(nest, facts, plan);
  }
  orderLoops(nest, facts, plan);
  if (plan.pairs >= 0)
    choosePairTiles(nest, plan);
  else
    chooseTiles(nest, facts, plan);
  if (plan.placeLoop < 0)
    chooseReductionBlock(nest, facts, plan);
  if (plan.packed >= 0 && plan.pairs < 0) {
    auto reductions = nest.reductions();
    int64_t depth = nest.volume(reductions);
    if (plan.kBlock)
      depth = nest.volume(ArrayRef(reductions).drop_front(plan.kLevel + 1)) * plan.kBlock;
    plan.packBytes = llvm::alignTo(
        depth * plan.packStride * nest.main().accesses[plan.packed].elementBytes(), 64);
  }
  plan.scratchBytes = plan.packBytes;
  if (plan.kBlock)
    plan.scratchBytes += plan.chunk * plan.registerTiles(nest) * plan.accumulatorBytes;
  plan.readByte = plan.scratchBytes;
  if (plan.readsAhead)
    plan.scratchBytes += 64;
  plan.rowByte = plan.scratchBytes;
  plan.scratchBytes += plan.rowBytes;
  plan.placeByte = plan.scratchBytes;
  plan.scratchBytes += plan.placeBytes;
  return plan;
}
} // namespace dlc::cpu
