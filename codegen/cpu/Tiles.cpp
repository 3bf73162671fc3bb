//===- Tiles.cpp - from a range of tiles to register tiles -------------------------===//
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
namespace dlc::cpu {

void Emitter::forEach(Value lower, Value upper, int64_t step, function_ref<void(Value)> body) {
  auto loop = scf::ForOp::create(b, lower, upper, index(step));
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(loop.getBody());
  forget();
  body(loop.getInductionVar());
  forget();
}

SmallVector<Value> Emitter::accumulate(Value lower, Value upper, int64_t step, Values init,
                                       function_ref<Values(Value, Values)> body) {
  auto loop = scf::ForOp::create(b, lower, upper, index(step), init);
  {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToStart(loop.getBody());
    forget();
    Values next = body(loop.getInductionVar(), Values(loop.getRegionIterArgs()));
    if (!next.empty()) // a loop without results was made with its terminator
      scf::YieldOp::create(b, next);
  }
  forget();
  return Values(loop.getResults());
}

void Emitter::when(Value condition, function_ref<void()> then, function_ref<void()> otherwise) {
  auto branch = scf::IfOp::create(b, condition, static_cast<bool>(otherwise));
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(branch.thenBlock());
  forget();
  then();
  if (otherwise) {
    b.setInsertionPointToStart(branch.elseBlock());
    forget();
    otherwise();
  }
  forget();
}

SmallVector<Value> Emitter::either(Value condition, TypeRange types, function_ref<Values()> then,
                                   function_ref<Values()> otherwise) {
  auto branch = scf::IfOp::create(b, types, condition, /*withElseRegion=*/true);
  auto emit = [&](Block *block, function_ref<Values()> values) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToStart(block);
    forget();
    Values results = values();
    scf::YieldOp::create(b, results);
  };
  emit(branch.thenBlock(), then);
  emit(branch.elseBlock(), otherwise);
  forget();
  return Values(branch.getResults());
}

/// The last axis counts fastest. A live axis costs a division at run time, except as the first.
void Emitter::decode(Value tile, Tile &result) {
  result.base.assign(nest.loops.size(), Value());
  result.extent.assign(nest.loops.size(), 1);
  auto axes = plan.axes(nest);
  for (auto [position, loop] : llvm::reverse(llvm::enumerate(axes))) {
    const int64_t block = plan.block[loop];
    Value here = tile;
    if (position > 0) {
      Value live = extentOf(loop);
      Value count = live ? arith::DivUIOp::create(b, add(live, block - 1), index(block)).getResult()
                         : index(llvm::divideCeil(nest.loops[loop].bound, block));
      here = arith::RemUIOp::create(b, tile, count);
      tile = arith::DivUIOp::create(b, tile, count);
    }
    result.base[loop] = arith::MulIOp::create(b, here, index(block));
  }
  result.origin = result.base;
}

/// A number for the panel that a tile needs.
Value Emitter::panelOf(const Tile &tile) {
  Value number;
  for (unsigned loop : plan.sweep) {
    if (!nest.main().accesses[plan.packed].dependsOn(loop))
      continue;
    if (number)
      number = arith::MulIOp::create(b, number, index(nest.loops[loop].bound));
    Value at = tile.origin[loop] ? tile.origin[loop] : index(0);
    number = number ? arith::AddIOp::create(b, number, at).getResult() : at;
  }
  return number;
}

void Emitter::tileRange(Value begin, Value end) {
  Values state;
  if (plan.packed >= 0)
    state.push_back(index(-1)); // the panel in scratch
  accumulate(begin, end, 1, state, [&](Value number, Values packed) {
    Tile tile;
    decode(number, tile);
    if (plan.kBlock)
      tile.chunkIndex = arith::SubIOp::create(b, number, chunkBegin);
    Values next;
    if (plan.packed >= 0) {
      Value panel = panelOf(tile);
      Value stale = arith::CmpIOp::create(b, arith::CmpIPredicate::ne, panel, packed[0]);
      when(stale, [&] {
        Value at = tile.origin[plan.vector] ? tile.origin[plan.vector] : index(0);
        const int64_t bound = nest.loops[plan.vector].bound, width = plan.block[plan.vector];
        const int64_t whole = bound / width * width;
        if (whole == bound)
          return pack(tile, width);
        if (!whole)
          return pack(tile, bound);
        Value full = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, at, index(whole));
        when(full, [&] { pack(tile, width); }, [&] { pack(tile, bound - whole); });
      });
      next.push_back(panel);
    }
    if (plan.pairs >= 0)
      packRows(tile);
    sweep(0, tile);
    return next;
  });
}

/// Sweeps over the tiles [begin, end), once per block of the reductions.
void Emitter::reductionBlocks(Value begin, Value end) {
  const unsigned level = kRange.size(), loop = nest.reductions()[level];
  Value upper = extentOf(loop) ? extentOf(loop) : index(nest.loops[loop].bound);
  // At least one pass, so that a sum over nothing is written too.
  Value passes = arith::MaxSIOp::create(b, upper, index(1));
  const int64_t size = level == plan.kLevel ? plan.kBlock : 1;
  Value first = kFirst, last = kLast;
  forEach(index(0), passes, size, [&](Value k) {
    Value next = add(k, size);
    kRange.push_back({k, arith::MinSIOp::create(b, upper, next)});
    kFirst = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, k, index(0));
    kLast = arith::CmpIOp::create(b, arith::CmpIPredicate::sge, next, upper);
    if (first) {
      kFirst = arith::AndIOp::create(b, first, kFirst);
      kLast = arith::AndIOp::create(b, last, kLast);
    }
    if (level == plan.kLevel) {
      if (plan.readsAhead)
        readAhead(begin, end);
      tileRange(begin, end);
    } else {
      reductionBlocks(begin, end);
    }
    kRange.pop_back();
  });
  kFirst = first;
  kLast = last;
}

/// Chunks begin where the tile's number divides by their size, wherever the range does: what a
/// chunk has in common, as an image, is known then.
void Emitter::tiles(Value begin, Value end) {
  if (!plan.kBlock)
    return tileRange(begin, end);
  Value size = index(plan.chunk);
  Value first = arith::DivUIOp::create(b, begin, size);
  Value behind = arith::DivUIOp::create(b, add(end, plan.chunk - 1), size);
  forEach(first, behind, 1, [&](Value number) {
    Value from = arith::MulIOp::create(b, number, size);
    Value to = arith::MinSIOp::create(b, end, add(from, plan.chunk));
    chunkBegin = arith::MaxSIOp::create(b, begin, from);
    reductionBlocks(chunkBegin, to);
  });
}

/// The loops inside a tile. A register tile may reach over the live extent, never over the bound:
/// what the bound leaves is a smaller register tile with its own code.
void Emitter::sweep(size_t level, Tile &tile) {
  if (level == plan.sweep.size()) {
    for (auto [loop, extent] : llvm::enumerate(tile.extent))
      if (plan.rows && static_cast<int>(loop) == plan.vector)
        extent = plan.lanes;
    return packingRows ? packRowTile(tile) : registerTile(tile);
  }
  const unsigned loop = plan.sweep[level];
  if (packingRows && static_cast<int>(loop) == plan.vector)
    return sweep(level + 1, tile);
  const int64_t bound = nest.loops[loop].bound, block = plan.block[loop];
  const int64_t size =
      packingRows && static_cast<int>(loop) == plan.rowLoop ? plan.rowsAtOnce : plan.reg[loop];
  const int64_t whole = bound / size * size, rest = bound - whole;
  Value origin = tile.origin[loop], live = extentOf(loop);
  auto emit = [&](Value base, int64_t extent) {
    tile.base[loop] = base;
    tile.extent[loop] = extent;
    sweep(level + 1, tile);
    tile.base[loop] = origin;
  };
  auto emitWhole = [&](Value at) {
    eachEdge(loop, tile, at, [&](Value base) { emit(base, size); });
  };
  if (block == size) {
    if (!rest)
      return emitWhole(origin);
    if (!whole)
      return emit(index(0), rest);
    Value full = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, origin, index(whole));
    return when(full, [&] { emitWhole(origin); }, [&] { emit(index(whole), rest); });
  }
  const bool single = block >= bound;
  if (whole) {
    Value upper = single ? index(whole) : add(origin, block);
    if (!single && (rest || whole % block))
      upper = arith::MinSIOp::create(b, upper, index(whole));
    if (live)
      upper = arith::MinSIOp::create(b, upper, live);
    Value lower = origin ? origin : index(0);
    forEach(lower, upper, size, emitWhole);
  }
  if (!rest)
    return;
  Value wanted;
  if (!single)
    wanted = arith::CmpIOp::create(b, arith::CmpIPredicate::sgt, add(origin, block), index(whole));
  if (live) {
    Value alive = arith::CmpIOp::create(b, arith::CmpIPredicate::sgt, live, index(whole));
    wanted = wanted ? arith::AndIOp::create(b, wanted, alive).getResult() : alive;
  }
  if (wanted)
    when(wanted, [&] { emit(index(whole), rest); });
  else
    emit(index(whole), rest);
}
} // namespace dlc::cpu
