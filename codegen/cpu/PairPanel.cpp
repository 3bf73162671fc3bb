//===- PairPanel.cpp - panels of bf16, in pairs --------------------------------------===//
// Two steps of a reduction become one row of the panel: lane i holds both of column i, the first in
// its lower half. What lies along the lanes is rounded and interleaved, a vector of each of two
// steps; what lies along the reduction is in pairs as it is, and vectors of these are transposed.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

/// Calls `body` for parts of `size` steps and what is left over. `count`: how many there are, where
/// that is always the same.
void Emitter::inParts(Value lower, Value upper, std::optional<int64_t> count, int64_t size,
                      function_ref<void(Value, const Part &)> body) {
  const Part full{size, {}};
  if (count) {
    const int64_t whole = *count / size * size, rest = *count - whole;
    forget(); // another base than that of the code before
    if (whole == size)
      body(lower, full);
    else if (whole)
      forEach(lower, add(lower, whole), size, [&](Value at) { body(at, full); });
    forget();
    if (rest)
      body(add(lower, whole), {rest, {}});
    forget();
    return;
  }
  Value steps = arith::SubIOp::create(b, upper, lower);
  Value rest = arith::RemUIOp::create(b, steps, index(size));
  Value whole = arith::SubIOp::create(b, upper, rest);
  forEach(lower, whole, size, [&](Value at) { body(at, full); });
  Value more = arith::CmpIOp::create(b, arith::CmpIPredicate::ne, rest, index(0));
  when(more, [&] { body(whole, {size, rest}); });
}

/// Iterations of a reduction in the present block, where all blocks have as many.
std::optional<int64_t> Emitter::stepsAtOnce(unsigned reduction) const {
  const Loop &loop = nest.loops[reduction];
  int64_t steps = loop.bound;
  if (plan.kBlock && nest.reductions()[plan.kLevel] == reduction)
    steps = plan.kBlock;
  return loop.isStatic() && loop.bound % steps == 0 ? std::optional(steps) : std::nullopt;
}

/// Which row of the panel the pair at the tile's base is; with blocks, of the present one's.
Value Emitter::pairRow(const Tile &tile) {
  auto reductions = nest.reductions();
  const unsigned first = plan.kBlock ? plan.kLevel : 0;
  Value row;
  for (unsigned level = first; level < reductions.size(); ++level) {
    const unsigned loop = reductions[level];
    Value at = tile.base[loop];
    if (!at)
      continue;
    if (plan.kBlock && level == plan.kLevel)
      at = arith::SubIOp::create(b, at, kRange.back().first);
    at = static_cast<int>(loop) == plan.pairs
             ? arith::ShRUIOp::create(b, at, index(1)).getResult()
             : arith::MulIOp::create(b, at, index(pairsBelow(nest, level, 1))).getResult();
    row = row ? arith::AddIOp::create(b, row, at).getResult() : at;
  }
  return row ? row : index(0);
}

/// The elements of `low` and of `high`, behind these, as bf16.
Value Emitter::rounded(Value low, Value high) {
  auto words = VectorType::get({2 * plan.lanes}, b.getI16Type());
  if (plan.multipliesPairs) {
    auto halves = VectorType::get({2 * plan.lanes}, b.getBF16Type());
    Value both = LLVM::CallIntrinsicOp::create(
                     b, halves, b.getStringAttr("llvm.x86.avx512bf16.cvtne2ps2bf16.512"),
                     ValueRange{high, low})
                     .getResults();
    return LLVM::BitcastOp::create(b, words, both);
  }
  auto narrow = [&](Value wide) -> Value {
    Value half = arith::TruncFOp::create(b, VectorType::get({plan.lanes}, b.getBF16Type()), wide);
    return vector::BitCastOp::create(b, VectorType::get({plan.lanes}, b.getI16Type()), half);
  };
  Value first = narrow(low);
  Value second = narrow(high);
  return vector::ShuffleOp::create(b, first, second,
                                   llvm::to_vector(llvm::seq<int64_t>(0, 2 * plan.lanes)));
}

static Value inLanes(ImplicitLocOpBuilder &b, Value halves) {
  const int64_t lanes = cast<VectorType>(halves.getType()).getNumElements() / 2;
  return vector::BitCastOp::create(b, VectorType::get({lanes}, b.getI32Type()), halves);
}

/// Lane i: element i of `low`, and of `high` above it.
Value Emitter::interleaved(Value low, Value high) {
  Value both = rounded(low, high);
  SmallVector<int64_t> places;
  for (int64_t lane = 0; lane < plan.lanes; ++lane)
    places.append({lane, plan.lanes + lane});
  return inLanes(b, vector::ShuffleOp::create(b, both, both, places));
}

/// Two vectors along the reduction as pairs; beyond the part: 0.
Value Emitter::stepsOf(const Access &access, const Tile &tile, Point point, const Part &part) {
  const int64_t lanes = plan.lanes;
  auto type = VectorType::get({lanes}, access.element);
  Value halves[2];
  for (int64_t i : {0, 1}) {
    Lanes along{plan.pairs, lanes, std::clamp<int64_t>(part.valid - i * lanes, 0, lanes), {}};
    if (part.left) {
      SmallVector<int64_t> numbers =
          llvm::to_vector(llvm::seq<int64_t>(i * lanes, (i + 1) * lanes));
      Value left = arith::IndexCastOp::create(b, b.getI32Type(), part.left);
      Value places = constantVector(numbers, b.getI32Type());
      along.mask = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, places, splat(left, lanes));
    }
    point.delta[plan.pairs] = i * lanes;
    halves[i] = along.valid ? loadStored(access, tile, point, along)
                            : arith::ConstantOp::create(b, type, b.getZeroAttr(type)).getResult();
  }
  return inLanes(b, rounded(halves[0], halves[1]));
}

/// A vector of one step and of the next, as pairs; without `both` the next is 0.
Value Emitter::lanesOfTwo(const Access &access, const Tile &tile, const Point &point,
                          const Lanes &lanes, bool both) {
  Value low = loadStored(access, tile, point, lanes);
  Point next = point;
  ++next.delta[plan.pairs];
  Value high =
      both ? loadStored(access, tile, next, lanes)
           : arith::ConstantOp::create(b, low.getType(), b.getZeroAttr(low.getType())).getResult();
  return interleaved(low, high);
}

/// Rows of the panel from the tile's base on.
void Emitter::packPairsAt(const Tile &tile, int64_t columns, const Part &part) {
  const Access &access = nest.main().accesses[plan.packed];
  const int64_t line = plan.packStride * 4;
  Value byte = arith::MulIOp::create(b, pairRow(tile), index(line));
  Point point;
  point.delta.assign(nest.loops.size(), 0);
  for (int64_t first = 0; first < columns; first += plan.lanes) {
    const int64_t valid = std::min(plan.lanes, columns - first);
    point.delta[plan.vector] = first;
    if (access.stride[plan.vector] == 1) {
      Lanes lanes{plan.vector, plan.lanes, valid, {}};
      Value pairs = lanesOfTwo(access, tile, point, lanes, part.valid > 1 && !part.left);
      scratchStore(pairs, add(byte, first * 4));
      continue;
    }
    Values rows;
    for (int64_t lane = 0; lane < plan.lanes; ++lane) {
      point.delta[plan.vector] = first + lane;
      auto type = VectorType::get({plan.lanes}, b.getI32Type());
      rows.push_back(lane < valid
                         ? stepsOf(access, tile, point, part)
                         : arith::ConstantOp::create(b, type, b.getZeroAttr(type)).getResult());
    }
    for (auto [i, row] : llvm::enumerate(transpose(rows)))
      if (2 * static_cast<int64_t>(i) < part.valid)
        scratchStore(row, add(byte, i * line + first * 4));
  }
}

void Emitter::packPairs(const Tile &tile, int64_t columns) {
  auto reductions = nest.reductions();
  const unsigned last = reductions.back();
  Tile at = tile;
  std::function<void(size_t)> nestOf = [&](size_t level) {
    const unsigned loop = reductions[level];
    if (loop != last) {
      forEach(lowerOf(loop), upperOf(loop), 1, [&](Value k) {
        at.base[loop] = k;
        nestOf(level + 1);
      });
      return;
    }
    const bool interleaves = nest.main().accesses[plan.packed].stride[plan.vector] == 1;
    inParts(lowerOf(loop), upperOf(loop), stepsAtOnce(loop), interleaves ? 2 : 2 * plan.lanes,
            [&](Value k, const Part &part) {
              at.base[loop] = k;
              packPairsAt(at, columns, part);
            });
  };
  nestOf(0);
}
} // namespace dlc::cpu
