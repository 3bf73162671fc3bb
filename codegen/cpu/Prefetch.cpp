//===- Prefetch.cpp - what the machine's own prefetchers do not foresee --------------===//
// They follow a row of memory, or one step from line to line within a page. The register tile of a
// product reads a few elements of each of many rows, which may lie pages apart: the lines that it
// or the next one wants are asked for while it multiplies. A window takes a few
// lines of each row and goes on: those ahead of it are asked for. A sum over images by channel
// takes a line here and there of each row: it is read from its first byte to its last before.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

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

/// How many elements of an input one step of loop `moving` finds, through a window, that the step
/// before did not: one, or more where a window moves by more.
static int64_t newest(const Nest &nest, const Access &access, unsigned moving, unsigned window) {
  const int64_t bound = nest.loops[window].bound, step = access.stride[window];
  return step > 0 ? std::clamp<int64_t>(access.stride[moving] / step, 1, bound) : 1;
}

/// What windows meet first when they have moved on along a row: the newest elements of the newest
/// rows, a few register tiles ahead (what fits in no cache: 5.1 -> 2.7 ms for 32x96x56x56).
void Emitter::prefetchWindow(Tile tile, ArrayRef<Point> points) {
  constexpr int64_t tilesAhead = 4;
  if (plan.slideLoop < 0)
    return;
  for (unsigned loop : nest.reductions())
    tile.base[loop] = Value(); // of a register tile that was emitted before
  const Stage &main = nest.main();
  auto windows = nest.reductions();
  const unsigned columns = windows.back(),
                 rows = windows[windows.size() > 1 ? windows.size() - 2 : 0];
  const int placeRows = rows == columns ? -1 : overlapping(nest, plan, rows);
  for (unsigned i = 0; i < main.numInputs; ++i) {
    const Access &access = main.accesses[i];
    if (!isRead(main, i) || !access.linear || !access.contiguous(plan.vector) ||
        access.stride[plan.slideLoop] <= 0)
      continue;
    const int64_t height = nest.loops[rows].bound, width = nest.loops[columns].bound;
    const int64_t newRows = placeRows < 0 ? 1 : newest(nest, access, placeRows, rows);
    const int64_t newColumns = newest(nest, access, plan.slideLoop, columns);
    for (Point point : points) {
      for (unsigned loop : windows)
        point.delta[loop] = nest.loops[loop].bound - 1;
      point.delta[plan.slideLoop] += tilesAhead * plan.reg[plan.slideLoop];
      for (int64_t row = height - newRows; row < height; ++row)
        for (int64_t column = width - newColumns; column < width; ++column) {
          point.delta[rows] = row;
          point.delta[columns] = column;
          prefetch(access, offsetOf(access, tile, point), 1);
        }
    }
  }
}

/// What one step of the rows and columns of an image finds in an input that the steps before did
/// not. `lastRow` is the last step of the rows whose element is there.
void Emitter::addNewest(const Access &access, const Tile &anywhere, SmallVector<Newest> &found) {
  const unsigned rows = plan.rowReduction, columns = nest.reductions().back();
  auto staysInside = [&](const Point &point) {
    return llvm::all_of(access.guards, [&](const Guard &guard) {
      return !guard.stride[columns] || whereIs(guard, anywhere, point, Lanes()) == Known::inside;
    });
  };
  Point point;
  point.delta.assign(nest.loops.size(), 0);
  const int64_t height = access.stride[plan.windowRows] ? nest.loops[plan.windowRows].bound : 1;
  const int64_t width =
      access.stride[plan.windowColumns] ? nest.loops[plan.windowColumns].bound : 1;
  for (int64_t row = height - newest(nest, access, rows, plan.windowRows); row < height; ++row) {
    point.delta[plan.windowRows] = row;
    int64_t lastRow = nest.loops[rows].bound - 1;
    for (const Guard &guard : access.guards)
      if (guard.stride[rows] > 0) {
        const int64_t room = guard.size - 1 - guard.start - guard.stride[plan.windowRows] * row;
        lastRow = std::min(lastRow, llvm::divideFloorSigned(room, guard.stride[rows]));
      }
    if (lastRow < 0)
      continue;
    int64_t wanted = newest(nest, access, columns, plan.windowColumns);
    for (int64_t column = width; wanted && column-- > 0;) {
      point.delta[plan.windowColumns] = column;
      if (!staysInside(point))
        continue;
      found.push_back({&access, point, lastRow});
      --wanted;
    }
  }
}

/// Reads a line of each step and vector of a block of rows, a row after the other: that is what
/// processors fetch ahead of, and they pass over lines that prefetch instructions name when these
/// come too fast. What is read has to matter, or it would be dropped: it is joined and left in
/// scratch.
void Emitter::readAhead(Value begin, Value end) {
  const Stage &main = nest.main();
  const unsigned rows = plan.rowReduction, columns = nest.reductions().back();
  Tile head, tail; // of the same image
  decode(begin, head);
  decode(add(end, -1), tail);
  Value first = add(head.base[plan.vector], 0);
  Value behind = add(tail.base[plan.vector], plan.lanes);
  auto bits = VectorType::get({4}, b.getI32Type());

  auto readPlace = [&](Value row, Value place, Value vector, Values joined) {
    Tile tile = head;
    for (auto [loop, range] : llvm::zip(nest.reductions(), kRange))
      tile.base[loop] = range.first;
    tile.base[columns] = place;
    tile.base[plan.windowRows] = Value(); // of the tile, which may have some of them
    tile.base[plan.vector] = vector;
    SmallVector<Newest> lines;
    for (unsigned i = 0; i < main.numInputs; ++i)
      if (isRead(main, i) && !invariants.contains(main.body().getArgument(i)))
        addNewest(main.accesses[i], tile, lines);
    for (const Newest &at : lines) {
      tile.base[rows] = arith::MinSIOp::create(b, row, index(at.lastRow));
      forget();
      const int64_t elements = 16 / at.access->elementBytes();
      Value line = vector::LoadOp::create(b, VectorType::get({elements}, at.access->element),
                                          flat.lookup(at.access->memref),
                                          ValueRange(offsetOf(*at.access, tile, at.point)));
      Value words = vector::BitCastOp::create(b, bits, line);
      joined[0] = arith::OrIOp::create(b, joined[0], words);
    }
    return joined;
  };
  Value none = arith::ConstantOp::create(b, b.getZeroAttr(bits));
  auto [lower, upper] = kRange.back();
  Values joined = accumulate(lower, upper, 1, {none}, [&](Value row, Values outer) {
    return accumulate(index(0), upperOf(columns), 1, outer, [&](Value place, Values middle) {
      return accumulate(first, behind, plan.lanes, middle, [&](Value vector, Values inner) {
        return readPlace(row, place, vector, inner);
      });
    });
  });
  scratchStore(joined[0], index(plan.readByte));
}
} // namespace dlc::cpu
