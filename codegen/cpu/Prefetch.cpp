//===- Prefetch.cpp - what the machine's own prefetchers do not foresee --------------===//
// They follow a row of memory, or one step from line to line within a page. The register tile of a
// product reads a few elements of each of many rows, which may lie pages apart: the lines that it
// or the next one wants are asked for while it multiplies.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"

using namespace mlir;
namespace dlc::cpu {

static constexpr int64_t lineBytes = 64;
/// From here on rows count as far apart.
static constexpr int64_t farBytes = 1024;
/// Iterations of the reduction below which there is no time to fetch anything.
static constexpr int64_t leastIterations = 32;

/// Into all caches (level 1) or from the second on.
void Emitter::prefetch(const Access &access, Value offset, unsigned level) {
  memref::PrefetchOp::create(b, flat.lookup(access.memref), offset, /*isWrite=*/false,
                             /*localityHint=*/4 - level, /*isDataCache=*/true);
}

static bool isForeseeable(const Stage &stage, unsigned i) {
  const Access &access = stage.accesses[i];
  return stage.reads(i) && isa<BlockArgument>(access.memref) && access.linear &&
         access.guards.empty();
}

/// What the stages behind the sums read of a register tile's places. No out-of-order window reaches
/// from there over the loop of the reduction: without this every tile waits for its operands (a
/// product of 1024x1024x256 times what lies in L3: 0.77 of the peak instead of 0.94).
void Emitter::prefetchEpilogue(const Tile &tile, ArrayRef<Point> points) {
  if (!plan.contraction || plan.vector < 0 || nest.volume(nest.reductions()) < leastIterations)
    return;
  for (const Stage &stage : ArrayRef(nest.stages).drop_front())
    for (auto [i, access] : llvm::enumerate(stage.accesses)) {
      if (!isForeseeable(stage, i) || !access.contiguous(plan.vector))
        continue;
      for (const Point &point : points) // a line may hold several vectors of narrow elements
        if (point.delta[plan.vector] * access.elementBytes() % lineBytes == 0)
          prefetch(access, offsetOf(access, tile, point), 1);
    }
}

/// What the next register tile reads of the rows that this one reads, where the reductions go from
/// row to row (the transposed operand of a weight's gradient): it lies beside it.
void Emitter::prefetchRows(const Tile &tile, const Point &point) {
  if (!plan.contraction || plan.vector < 0)
    return;
  const Stage &main = nest.main();
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (!isForeseeable(main, i) || access.dependsOn(plan.vector) ||
        access.stride[nest.reductions().back()] * access.elementBytes() < farBytes)
      continue;
    for (unsigned loop : nest.parallel())
      if (access.stride[loop] == 1 && plan.reg[loop] > 1) {
        const int64_t distance = std::max(plan.reg[loop], lineBytes / access.elementBytes());
        prefetch(access, add(offsetOf(access, tile, point), distance), 2);
      }
  }
}
} // namespace dlc::cpu
