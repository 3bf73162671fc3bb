//===- PairPanel.cpp - panels of bf16, in pairs --------------------------------------===//
// Two steps of a reduction become one row of the panel: lane i holds both of column i, the first in
// its lower half. What lies along the lanes is rounded and interleaved, a vector of each of two
// steps; what lies along the reduction is in pairs as it is, and vectors of these are transposed.
// What lies along neither is gathered. Where pairs are not multiplied at once, both steps lie
// behind each other as f32.
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

/// All steps of the present block, `size` at a time along the last reduction.
void Emitter::overPairs(Tile &at, int64_t size, function_ref<void(const Part &)> body) {
  auto reductions = nest.reductions();
  std::function<void(size_t)> nestOf = [&](size_t level) {
    const unsigned loop = reductions[level];
    if (static_cast<int>(loop) == plan.pairs)
      return inParts(lowerOf(loop), upperOf(loop), stepsAtOnce(loop), size,
                     [&](Value k, const Part &part) {
                       at.base[loop] = k;
                       body(part);
                     });
    forEach(lowerOf(loop), upperOf(loop), 1, [&](Value k) {
      at.base[loop] = k;
      nestOf(level + 1);
    });
  };
  nestOf(0);
}

/// The number, in the present block, of the pair that begins at the base.
Value Emitter::pairAt(const Tile &at) {
  auto reductions = nest.reductions();
  const unsigned first = plan.kBlock ? plan.kLevel : 0;
  Value number;
  for (unsigned level = first; level < reductions.size(); ++level) {
    const unsigned loop = reductions[level];
    Value k = at.base[loop];
    if (plan.kBlock && level == plan.kLevel)
      k = arith::SubIOp::create(b, k, kRange.back().first);
    k = static_cast<int>(loop) == plan.pairs
            ? arith::ShRUIOp::create(b, k, index(1)).getResult()
            : arith::MulIOp::create(b, k, index(pairsBelow(nest, level, 1))).getResult();
    number = number ? arith::AddIOp::create(b, number, k).getResult() : k;
  }
  return number;
}

/// Two vectors, rounded: the elements of `low` and, behind them, of `high` in one vector of pairs,
/// or one of each with `interleave`; two vectors of f32 where pairs are not multiplied.
SmallVector<Value> Emitter::rounded(Value low, Value high, bool interleave) {
  const int64_t lanes = plan.lanes;
  if (!plan.multipliesPairs) {
    auto half = VectorType::get({lanes}, b.getBF16Type());
    for (Value *one : {&low, &high}) {
      Value narrow = arith::TruncFOp::create(b, half, *one);
      *one = arith::ExtFOp::create(b, one->getType(), narrow);
    }
    return {low, high};
  }
  Value both = LLVM::CallIntrinsicOp::create(
                   b, VectorType::get({2 * lanes}, b.getBF16Type()),
                   b.getStringAttr("llvm.x86.avx512bf16.cvtne2ps2bf16.512"), ValueRange{high, low})
                   .getResults();
  both = LLVM::BitcastOp::create(b, VectorType::get({2 * lanes}, b.getI16Type()), both);
  if (interleave) {
    SmallVector<int64_t> places;
    for (int64_t lane = 0; lane < lanes; ++lane)
      places.append({lane, lanes + lane});
    both = vector::ShuffleOp::create(b, both, both, places);
  }
  return {vector::BitCastOp::create(b, VectorType::get({lanes}, b.getI32Type()), both)};
}

/// Two vectors along the reduction; beyond the part: 0.
SmallVector<Value> Emitter::stepsOf(const Access &access, const Tile &tile, Point point,
                                    const Part &part) {
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
  return rounded(halves[0], halves[1], /*interleave=*/false);
}

/// A vector of one step and of the next; without `both` the next is 0.
SmallVector<Value> Emitter::lanesOfTwo(const Access &access, const Tile &tile, const Point &point,
                                       const Lanes &lanes, bool both) {
  Value low = loadStored(access, tile, point, lanes);
  Point next = point;
  ++next.delta[plan.pairs];
  Value high =
      both ? loadStored(access, tile, next, lanes)
           : arith::ConstantOp::create(b, low.getType(), b.getZeroAttr(low.getType())).getResult();
  return rounded(low, high, /*interleave=*/true);
}

/// Where in scratch the columns of the register tile at the base are.
Value Emitter::groupByte(const Tile &tile) {
  Value distance = tile.base[plan.vector];
  if (!distance || plan.block[plan.vector] == plan.reg[plan.vector])
    return index(0);
  if (tile.origin[plan.vector])
    distance = arith::SubIOp::create(b, distance, tile.origin[plan.vector]);
  return arith::MulIOp::create(b, distance, index(plan.groupBytes / plan.reg[plan.vector]));
}

/// Pairs from the base on, of one or, transposed, of a vector of them.
void Emitter::packColumns(const Tile &at, int64_t columns, Value byte, const Part &part) {
  const Access &access = nest.main().accesses[plan.packed];
  Value distance = arith::MulIOp::create(b, pairAt(at), index(plan.lineBytes));
  byte = arith::AddIOp::create(b, byte, distance);
  Point point;
  point.delta.assign(nest.loops.size(), 0);
  for (int64_t first = 0; first < columns; first += plan.lanes) {
    const int64_t valid = std::min(plan.lanes, columns - first);
    point.delta[plan.vector] = first;
    if (access.stride[plan.vector] == 1 || access.stride[plan.pairs] != 1) {
      Lanes lanes{plan.vector, plan.lanes, valid, {}};
      Values pair = lanesOfTwo(access, at, point, lanes, part.valid > 1 && !part.left);
      for (auto [i, value] : llvm::enumerate(pair))
        scratchStore(value, add(byte, i * 4 * plan.reg[plan.vector] + first * 4));
      continue;
    }
    std::vector<Values> rows; // lanes beyond the last column repeat it: their sums are not stored
    for (int64_t lane = 0; lane < plan.lanes; ++lane) {
      point.delta[plan.vector] = first + lane;
      rows.push_back(lane < valid ? stepsOf(access, at, point, part) : rows.back());
    }
    const int64_t parts = rows[0].size();
    const int64_t steps = llvm::alignTo(part.valid, 2) * parts / 2; // pairs, or steps
    for (int64_t i = 0; i < parts; ++i) {
      Values square;
      for (const Values &row : rows)
        square.push_back(row[i]);
      for (auto [number, row] : llvm::enumerate(transpose(square)))
        if (int64_t step = i * plan.lanes + number; step < steps)
          scratchStore(row, add(byte, step * 4 * plan.reg[plan.vector] + first * 4));
    }
  }
}

void Emitter::packGroup(Tile &at, int64_t columns) {
  const Access &access = nest.main().accesses[plan.packed];
  const bool interleaves = access.stride[plan.vector] == 1 || access.stride[plan.pairs] != 1;
  Value byte = groupByte(at);
  overPairs(at, interleaves ? 2 : 2 * plan.lanes,
            [&](const Part &part) { packColumns(at, columns, byte, part); });
}

void Emitter::packPairs(const Tile &tile, int64_t columns) {
  const int64_t width = plan.reg[plan.vector], whole = columns / width * width;
  Tile at = tile;
  Value origin = tile.origin[plan.vector] ? tile.origin[plan.vector] : index(0);
  Value end = add(origin, whole);
  if (whole)
    forEach(origin, end, width, [&](Value column) {
      at.base[plan.vector] = column;
      packGroup(at, width);
    });
  at.base[plan.vector] = end;
  if (whole < columns)
    packGroup(at, columns - whole);
}
} // namespace dlc::cpu
