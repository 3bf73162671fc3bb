//===- PairBody.cpp - register tiles that multiply pairs of bf16 ---------------------===//
// The rows of the tile are copied to scratch in pairs, as many as stay near; then one loop goes
// over the pairs of rows and panel, whatever reductions they come from.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

/// `sum` and the products of both steps of a pair.
Value Emitter::addPair(Value sum, ArrayRef<Value> x, ArrayRef<Value> y) {
  if (plan.multipliesPairs)
    return LLVM::CallIntrinsicOp::create(b, sum.getType(),
                                         b.getStringAttr("llvm.x86.avx512bf16.dpbf16ps.512"),
                                         ValueRange{sum, x[0], y[0]})
        .getResults();
  for (auto [left, right] : llvm::zip(x, y))
    sum = math::FmaOp::create(b, left, right, sum);
  return sum;
}

/// A pair of every lane, or of one element broadcast to all: pairs of bf16, or one vector of f32
/// for either step, `apart` bytes from each other.
SmallVector<Value> Emitter::loadPair(Value byte, int64_t apart, bool broadcast) {
  Type element = plan.multipliesPairs ? Type(b.getI32Type()) : b.getF32Type();
  auto type = VectorType::get({plan.lanes}, element);
  Values factors;
  for (int64_t step = 0; step < (plan.multipliesPairs ? 1 : 2); ++step) {
    Value from = add(byte, step * apart);
    Value factor = scratchLoad(from, broadcast ? VectorType::get({1}, element) : type);
    if (broadcast) {
      factor = vector::ExtractOp::create(b, factor, ArrayRef<int64_t>{0});
      factor = vector::BroadcastOp::create(b, type, factor);
    }
    if (plan.multipliesPairs)
      factor =
          LLVM::BitcastOp::create(b, VectorType::get({2 * plan.lanes}, b.getBF16Type()), factor);
    factors.push_back(factor);
  }
  return factors;
}

/// Where in scratch the rows of the register tile at the base begin.
Value Emitter::rowTileByte(const Tile &tile) {
  Value byte = index(plan.rowByte);
  int64_t bytes = plan.rowGroupBytes;
  auto addTerm = [&](Value count, int64_t factor) {
    byte = arith::AddIOp::create(b, byte, arith::MulIOp::create(b, count, index(factor)));
  };
  // The rows' own loop first: its tiles lie nearest together.
  SmallVector<unsigned> order{static_cast<unsigned>(plan.rowLoop)};
  for (unsigned loop : llvm::reverse(plan.sweep))
    if (static_cast<int>(loop) != plan.vector && static_cast<int>(loop) != plan.rowLoop)
      order.push_back(loop);
  for (unsigned loop : order) {
    if (plan.block[loop] == plan.reg[loop])
      continue;
    Value distance = tile.base[loop];
    if (tile.origin[loop])
      distance = arith::SubIOp::create(b, distance, tile.origin[loop]);
    if (static_cast<int>(loop) != plan.rowLoop) {
      addTerm(distance, bytes);
      bytes *= plan.block[loop];
      continue;
    }
    Value size = index(plan.rowsAtOnce);
    addTerm(arith::DivUIOp::create(b, distance, size), bytes);
    if (plan.rowsAtOnce > plan.reg[loop])
      addTerm(arith::RemUIOp::create(b, distance, size), plan.rowStride);
    bytes *= llvm::divideCeil(plan.block[loop], plan.rowsAtOnce);
  }
  return byte;
}

/// Of the register tile at the base: its rows, in the present block of the reductions.
void Emitter::packRowTile(const Tile &tile) {
  const Access &access = nest.main().accesses[plan.rowInput];
  const bool along = access.stride[plan.pairs] == 1;
  const int64_t rows = tile.extent[plan.rowLoop];
  Value byte = rowTileByte(tile);
  Tile at = tile;
  overPairs(at, along ? 2 * plan.lanes : 2, [&](const Part &part) {
    Value distance = arith::MulIOp::create(b, pairAt(at), index(plan.pairStride));
    Value place = arith::AddIOp::create(b, byte, distance);
    Point point;
    point.delta.assign(nest.loops.size(), 0);
    if (!along) {
      Lanes lanes{plan.rowLoop, plan.lanes, rows, {}};
      Values pair = lanesOfTwo(access, at, point, lanes, part.valid > 1 && !part.left);
      for (auto [i, value] : llvm::enumerate(pair))
        scratchStore(value, add(place, i * plan.stepStride));
      return;
    }
    for (int64_t row = 0; row < rows; ++row) {
      point.delta[plan.rowLoop] = row;
      Values steps = stepsOf(access, at, point, part);
      for (auto [i, value] : llvm::enumerate(steps))
        scratchStore(value, add(place, row * plan.rowStride + i * 4 * plan.lanes));
    }
  });
}

void Emitter::packRows(Tile &tile) {
  packingRows = true;
  sweep(0, tile);
  packingRows = false;
}

SmallVector<Value> Emitter::reducePairs(const Tile &tile, ArrayRef<Point> points,
                                        Values accumulators) {
  const unsigned level = plan.kBlock ? plan.kLevel : 0, loop = nest.reductions()[level];
  Value pairs;
  if (std::optional<int64_t> steps = stepsAtOnce(loop)) {
    pairs = index(pairsBelow(nest, level, *steps));
  } else {
    Value lower = lowerOf(loop);
    pairs = arith::SubIOp::create(b, upperOf(loop), lower);
    pairs = static_cast<int>(loop) == plan.pairs
                ? arith::ShRUIOp::create(b, add(pairs, 1), index(1)).getResult()
                : arith::MulIOp::create(b, pairs, index(pairsBelow(nest, level, 1))).getResult();
  }
  const int64_t vectors = llvm::divideCeil(tile.extent[plan.vector], plan.lanes);
  const int64_t rows = points.size() / vectors;
  Value columnByte = groupByte(tile), rowByte = rowTileByte(tile);
  return accumulate(index(0), pairs, 1, accumulators, [&](Value pair, Values sums) {
    Value distance = arith::MulIOp::create(b, pair, index(plan.lineBytes));
    Value column = arith::AddIOp::create(b, columnByte, distance);
    distance = arith::MulIOp::create(b, pair, index(plan.pairStride));
    Value place = arith::AddIOp::create(b, rowByte, distance);
    std::vector<Values> columns;
    for (int64_t v = 0; v < vectors; ++v)
      columns.push_back(
          loadPair(add(column, v * plan.lanes * 4), 4 * plan.reg[plan.vector], false));
    for (int64_t row = 0; row < rows; ++row) {
      Values one = loadPair(add(place, row * plan.rowStride), plan.stepStride, true);
      for (int64_t v = 0; v < vectors; ++v)
        sums[row * vectors + v] = addPair(sums[row * vectors + v], one, columns[v]);
    }
    return sums;
  });
}
} // namespace dlc::cpu
