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

/// What lanes of pairs are multiplied as: the pairs, or both halves as f32.
SmallVector<Value> Emitter::factors(Value pairs) {
  if (plan.multipliesPairs)
    return {LLVM::BitcastOp::create(b, VectorType::get({2 * plan.lanes}, b.getBF16Type()), pairs)};
  auto type = VectorType::get({plan.lanes}, b.getF32Type());
  auto number = [&](int32_t value) {
    return constantVector(SmallVector<int64_t>(plan.lanes, value), b.getI32Type());
  };
  Value low = arith::ShLIOp::create(b, pairs, number(16));
  Value high = arith::AndIOp::create(b, pairs, number(int32_t(0xffff0000)));
  return {vector::BitCastOp::create(b, type, low), vector::BitCastOp::create(b, type, high)};
}

/// `sum` and the products of both halves of each lane.
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

/// Pairs of each row from the tile's base on; `pair` is the place of the first of them.
void Emitter::packRowsAt(const Tile &tile, ArrayRef<Point> rows, Value pair, const Part &part) {
  const Access &access = nest.main().accesses[plan.rowInput];
  Value byte = add(arith::MulIOp::create(b, pair, index(plan.pairStride)), plan.rowByte);
  if (access.stride[plan.pairs] == 1) {
    for (auto [number, row] : llvm::enumerate(rows))
      scratchStore(stepsOf(access, tile, row, part), add(byte, number * plan.rowStride));
    return;
  }
  Lanes lanes{plan.rowLoop, plan.lanes, static_cast<int64_t>(rows.size()), {}};
  Value pairs = lanesOfTwo(access, tile, rows.front(), lanes, part.valid > 1 && !part.left);
  scratchStore(pairs, byte);
}

/// Iterations [from, to) of the first reduction that is walked in pairs, and all of those inside.
void Emitter::packRows(const Tile &tile, ArrayRef<Point> rows, Value from, Value to,
                       std::optional<int64_t> count) {
  auto reductions = nest.reductions();
  const int64_t part =
      nest.main().accesses[plan.rowInput].stride[plan.pairs] == 1 ? 2 * plan.lanes : 2;
  Tile at = tile;
  std::function<void(size_t, Value)> nestOf = [&](size_t level, Value before) {
    const unsigned loop = reductions[level];
    const bool first = level == plan.pairLevel;
    Value lower = first ? from : index(0);
    Value upper = first ? to : upperOf(loop);
    auto place = [&](Value k, Value pairs) -> Value {
      Value distance = first ? arith::SubIOp::create(b, k, from).getResult() : k;
      pairs = static_cast<int>(loop) == plan.pairs
                  ? arith::ShRUIOp::create(b, distance, index(1)).getResult()
                  : arith::MulIOp::create(b, distance, pairs).getResult();
      return before ? arith::AddIOp::create(b, before, pairs).getResult() : pairs;
    };
    if (static_cast<int>(loop) != plan.pairs) {
      forEach(lower, upper, 1, [&](Value k) {
        at.base[loop] = k;
        nestOf(level + 1, place(k, index(pairsBelow(nest, level, 1))));
      });
      return;
    }
    inParts(lower, upper, first ? count : stepsAtOnce(loop), part, [&](Value k, const Part &steps) {
      at.base[loop] = k;
      packRowsAt(at, rows, place(k, {}), steps);
    });
  };
  nestOf(plan.pairLevel, {});
}

SmallVector<Value> Emitter::reducePairs(Tile &tile, ArrayRef<Point> points, Values accumulators) {
  const unsigned loop = nest.reductions()[plan.pairLevel];
  const bool innermost = static_cast<int>(loop) == plan.pairs;
  const int64_t vectors = llvm::divideCeil(tile.extent[plan.vector], plan.lanes);
  SmallVector<Point> rows;
  for (size_t i = 0; i < points.size(); i += vectors)
    rows.push_back(points[i]);
  for (Point &row : rows)
    row.delta[plan.vector] = 0;

  std::optional<int64_t> block = stepsAtOnce(loop);
  std::optional<int64_t> count =
      block && *block % plan.pairSteps == 0 ? std::optional(plan.pairSteps) : std::nullopt;
  auto some = [&](Value from, Value to, Values sums) {
    tile.base[loop] = from;
    packRows(tile, rows, from, to, count);
    const int64_t below = innermost ? 1 : pairsBelow(nest, plan.pairLevel, 1);
    Value pairs;
    if (count) {
      pairs = index(pairsBelow(nest, plan.pairLevel, *count));
    } else {
      pairs = arith::SubIOp::create(b, to, from);
      pairs = innermost ? arith::ShRUIOp::create(b, add(pairs, 1), index(1)).getResult()
                        : arith::MulIOp::create(b, pairs, index(below)).getResult();
    }
    const int64_t line = plan.packStride * 4;
    Value panel = arith::MulIOp::create(b, pairRow(tile), index(line));
    return accumulate(index(0), pairs, 1, sums, [&](Value pair, Values inner) {
      Value distance = arith::MulIOp::create(b, pair, index(line));
      Value column = arith::AddIOp::create(b, panel, distance);
      Value row = add(arith::MulIOp::create(b, pair, index(plan.pairStride)), plan.rowByte);
      auto type = VectorType::get({plan.lanes}, b.getI32Type());
      std::vector<Values> panels;
      for (int64_t v = 0; v < vectors; ++v)
        panels.push_back(factors(scratchLoad(add(column, v * plan.lanes * 4), type)));
      for (size_t r = 0; r < rows.size(); ++r) {
        Value one = scratchLoad(add(row, r * plan.rowStride), VectorType::get({1}, b.getI32Type()));
        Value scalar = vector::ExtractOp::create(b, one, ArrayRef<int64_t>{0});
        Values left = factors(vector::BroadcastOp::create(b, type, scalar));
        for (int64_t v = 0; v < vectors; ++v)
          inner[r * vectors + v] = addPair(inner[r * vectors + v], left, panels[v]);
      }
      return inner;
    });
  };
  Value lower = lowerOf(loop), upper = upperOf(loop);
  if (count && *count == *block)
    return some(lower, upper, accumulators);
  return accumulate(lower, upper, plan.pairSteps, accumulators, [&](Value from, Values inner) {
    Value to = arith::MinSIOp::create(b, upper, add(from, plan.pairSteps));
    return some(from, to, inner);
  });
}
} // namespace dlc::cpu
