//===- RegisterBody.cpp - one register tile, from accumulators to stores -----------===//
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
namespace dlc::cpu {

/// Rows outermost, vectors innermost.
SmallVector<Point> Emitter::points(const Tile &tile) const {
  SmallVector<Point> result(1);
  result[0].delta.assign(nest.loops.size(), 0);
  auto unroll = [&](unsigned loop, int64_t extent, int64_t step) {
    SmallVector<Point> more;
    for (const Point &point : result)
      for (int64_t at = 0; at < extent; at += step) {
        more.push_back(point);
        more.back().delta[loop] = at;
        if (step > 1)
          more.back().valid = std::min(step, extent - at);
      }
    result = more;
  };
  for (unsigned loop : plan.sweep)
    if (static_cast<int>(loop) != plan.vector && tile.extent[loop] > 1)
      unroll(loop, tile.extent[loop], 1);
  if (plan.vector >= 0 && !plan.rows)
    unroll(plan.vector, tile.extent[plan.vector], plan.lanes);
  return result;
}

Lanes Emitter::lanesOf(const Point &point) const {
  if (plan.vector < 0 || plan.rows)
    return {};
  return {plan.vector, plan.lanes, point.valid, {}};
}

Value Emitter::operand(const Stage &stage, unsigned i, const Tile &tile, ArrayRef<Point> points,
                       size_t point, const Lanes &lanes) {
  const Access &access = stage.accesses[i];
  BlockArgument argument = stage.body().getArgument(i);
  if (!stage.reads(i) || invariants.contains(argument))
    return {};
  if (!isa<MemRefType>(access.memref.getType()))
    return outer(access.memref);
  if (access.inRegister()) {
    auto known = registers.find(access.memref);
    return known == registers.end() ? Value() : known->second[point];
  }
  if (plan.packed == static_cast<int>(i) && &stage == &nest.main()) {
    Value byte = panelByte(tile, points[point]);
    return scratchLoad(byte, VectorType::get({plan.lanes}, access.element));
  }
  if (plan.transposed >= 0 && lanes.loop >= 0 && access.linear && access.guards.empty() &&
      access.stride[plan.transposed] == 1 && std::abs(access.stride[plan.vector]) > 1)
    return transposedOperand(access, tile, points[point], lanes);
  return load(access, tile, points[point], lanes);
}

/// What each output of the main stage starts from: its fill, or what memory holds.
SmallVector<Value> Emitter::initial(const Tile &tile, ArrayRef<Point> points) {
  const Stage &main = nest.main();
  Values values;
  for (unsigned i = 0; i < main.numOutputs(); ++i)
    for (const Point &point : points) {
      const Access &access = main.accesses[main.numInputs + i];
      Lanes lanes = lanesOf(point);
      Value value;
      if (main.fill[i])
        value = outer(main.fill[i]);
      else if (main.reads(main.numInputs + i) && !access.inRegister())
        value = load(access, tile, point, lanes);
      else
        value = arith::ConstantOp::create(b, b.getZeroAttr(access.element));
      values.push_back(splat(value, lanes.count));
    }
  return values;
}

Value Emitter::lowerOf(unsigned reduction) {
  for (auto [loop, range] : llvm::zip(nest.reductions(), kRange))
    if (loop == reduction)
      return range.first;
  return index(0);
}
Value Emitter::upperOf(unsigned reduction) {
  for (auto [loop, range] : llvm::zip(nest.reductions(), kRange))
    if (loop == reduction)
      return range.second;
  return extentOf(reduction) ? extentOf(reduction) : index(nest.loops[reduction].bound);
}

SmallVector<Value> Emitter::step(const Tile &tile, ArrayRef<Point> points, Values accumulators,
                                 const Lanes *along) {
  const Stage &main = nest.main();
  Values results(accumulators.size());
  if (!along)
    prefetchRows(tile, points[0]);
  for (auto [p, point] : llvm::enumerate(points)) {
    Lanes lanes = along ? *along : lanesOf(point);
    if (isOutside(tile, point, lanes)) {
      for (unsigned i = 0; i < main.numOutputs(); ++i)
        results[i * points.size() + p] = accumulators[i * points.size() + p];
      continue;
    }
    Values arguments;
    for (unsigned i = 0; i < main.numInputs; ++i)
      arguments.push_back(operand(main, i, tile, points, p, lanes));
    for (unsigned i = 0; i < main.numOutputs(); ++i)
      arguments.push_back(accumulators[i * points.size() + p]);
    Values next = body(main, arguments, tile, point, lanes);
    for (unsigned i = 0; i < main.numOutputs(); ++i)
      results[i * points.size() + p] = next[i];
  }
  return results;
}

SmallVector<Value> Emitter::reduce(size_t level, Tile &tile, ArrayRef<Point> points,
                                   Values accumulators) {
  auto reductions = nest.reductions();
  if (plan.pairs >= 0)
    return reducePairs(tile, points, accumulators);
  if (level == reductions.size())
    return step(tile, points, accumulators, nullptr);
  const unsigned loop = reductions[level];
  if (static_cast<int>(loop) == plan.rowReduction)
    return reduceImageRows(tile, points, accumulators);
  if (level + 1 == reductions.size() && plan.steps > 1)
    return reduceSteps(loop, tile, points, accumulators);
  return reduceClipped(ArrayRef(reductions).drop_front(level), tile, points, accumulators,
                       [&](Values sums) { return reduce(level + 1, tile, points, sums); });
}

/// Byte in scratch where a register tile's accumulators wait for the next block of the reduction.
Value Emitter::restingPlace(const Tile &tile) {
  Value number = arith::MulIOp::create(b, tile.chunkIndex, index(plan.registerTiles(nest)));
  int64_t radix = 1;
  for (unsigned loop : llvm::reverse(plan.sweep)) {
    const int64_t count =
        llvm::divideCeil(std::min(plan.block[loop], nest.loops[loop].bound), plan.reg[loop]);
    if (count > 1) {
      Value distance = tile.base[loop];
      if (tile.origin[loop])
        distance = arith::SubIOp::create(b, distance, tile.origin[loop]);
      Value position = arith::DivUIOp::create(b, distance, index(plan.reg[loop]));
      Value term = arith::MulIOp::create(b, position, index(radix));
      number = arith::AddIOp::create(b, number, term);
    }
    radix *= count;
  }
  return add(arith::MulIOp::create(b, number, index(plan.accumulatorBytes)), plan.packBytes);
}

static int64_t bytesOf(Type type) {
  auto vector = cast<VectorType>(type);
  return vector.getNumElements() * vector.getElementTypeBitWidth() / 8;
}

void Emitter::rest(Value place, ArrayRef<Value> values) {
  int64_t byte = 0;
  for (Value value : values) {
    scratchStore(value, add(place, byte));
    byte += bytesOf(value.getType());
  }
}

SmallVector<Value> Emitter::resume(Value place, ArrayRef<Value> like) {
  Values values;
  int64_t byte = 0;
  for (Value value : like) {
    values.push_back(scratchLoad(add(place, byte), value.getType()));
    byte += bytesOf(value.getType());
  }
  return values;
}

void Emitter::registerTile(Tile &tile) {
  if (nest.rows)
    return rowTile(tile);
  forget();
  SmallVector<Point> at = points(tile);
  if (plan.rows)
    return finish(tile, at, reduceRows(tile, at));
  if (plan.placeLoop >= 0)
    return finish(tile, at, reducePlaces(tile, at));
  Values accumulators = initial(tile, at);
  if (!plan.kBlock) {
    prefetchWindow(tile, at);
    prefetchEpilogue(tile, at);
    return finish(tile, at, reduce(0, tile, at, accumulators));
  }

  Value place = restingPlace(tile);
  Values begin = either(
      kFirst, ValueRange(accumulators).getTypes(), [&] { return accumulators; },
      [&] { return resume(place, accumulators); });
  when(kLast, [&] { prefetchEpilogue(tile, at); });
  Values sums = reduce(0, tile, at, begin);
  when(kLast, [&] { finish(tile, at, sums); }, [&] { rest(place, sums); });
}

/// Epilogues and stores, one vector after the other: all of a long epilogue's intermediate values
/// for a whole register tile would not fit into the registers. Outputs that are allocas stay there
/// for the next stage.
void Emitter::finish(const Tile &tile, ArrayRef<Point> points, Values results) {
  forget();
  registers.clear();
  // What waits for the other steps of the interleaved loop, by the first of them.
  std::map<std::pair<const Access *, SmallVector<int64_t>>, Values> waiting;
  for (auto [p, point] : llvm::enumerate(points))
    for (const Stage &stage : nest.stages) {
      Lanes lanes = lanesOf(point);
      Values values;
      if (&stage == &nest.main()) {
        for (unsigned i = 0; i < stage.numOutputs(); ++i)
          values.push_back(results[i * points.size() + p]);
      } else {
        Values arguments;
        for (unsigned i = 0; i < stage.accesses.size(); ++i)
          arguments.push_back(operand(stage, i, tile, points, p, lanes));
        values = body(stage, arguments, tile, point, lanes);
      }
      for (unsigned i = 0; i < stage.numOutputs(); ++i) {
        const Access &access = stage.accesses[stage.numInputs + i];
        if (access.inRegister()) {
          registers[access.memref].resize(points.size());
          registers[access.memref][p] = values[i];
        } else if (plan.interleaved >= 0) {
          Point first = point;
          first.delta[plan.interleaved] = 0;
          Values &steps = waiting[{&access, first.delta}];
          steps.push_back(values[i]);
          if (int64_t(steps.size()) == nest.loops[plan.interleaved].bound)
            storeInterleaved(steps, access, tile, first);
        } else {
          store(values[i], access, tile, point, lanes);
        }
      }
      // An output may be read again at the same place by a later stage (in-out): not from a load
      // that was made before the store.
      loads.clear();
    }
}
} // namespace dlc::cpu
