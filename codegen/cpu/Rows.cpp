//===- Rows.cpp - reductions along the lanes -----------------------------------------===//
// A fixed number of virtual lanes on every machine, each accumulating every lanes-th element, then
// folded in a fixed tree: the same bits whatever the width of the registers.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

TypedAttr neutralOf(Operation *combiner, Type type, Builder &b) {
  if (auto real = dyn_cast<FloatType>(type)) {
    const llvm::fltSemantics &semantics = real.getFloatSemantics();
    if (isa<arith::MulFOp>(combiner))
      return b.getFloatAttr(type, 1.0);
    if (isa<arith::AddFOp>(combiner))
      return b.getFloatAttr(type, APFloat::getZero(semantics, /*Negative=*/true));
    const bool maximum = isa<arith::MaximumFOp, arith::MaxNumFOp>(combiner);
    return b.getFloatAttr(type, APFloat::getInf(semantics, maximum));
  }
  const unsigned width = type.getIntOrFloatBitWidth();
  if (isa<arith::MulIOp>(combiner))
    return b.getIntegerAttr(type, APInt(width, 1));
  if (isa<arith::AndIOp>(combiner))
    return b.getIntegerAttr(type, APInt::getAllOnes(width));
  if (isa<arith::MaxSIOp>(combiner))
    return b.getIntegerAttr(type, APInt::getSignedMinValue(width));
  if (isa<arith::MinSIOp>(combiner))
    return b.getIntegerAttr(type, APInt::getSignedMaxValue(width));
  return b.getIntegerAttr(type, APInt(width, 0));
}

Value Emitter::combine(Operation *combiner, Value lhs, Value rhs) {
  Operation *clone = combiner->clone();
  clone->setOperands({lhs, rhs});
  clone->getResult(0).setType(lhs.getType());
  b.insert(clone);
  return clone->getResult(0);
}

SmallVector<Value> Emitter::sweepRow(size_t level, Tile &tile, ArrayRef<Point> points,
                                     Values accumulators) {
  auto reductions = nest.reductions();
  llvm::erase(reductions, static_cast<unsigned>(plan.vector));
  if (level < reductions.size())
    return reduceClipped(ArrayRef(reductions).drop_front(level), tile, points, accumulators,
                         [&](Values sums) { return sweepRow(level + 1, tile, points, sums); });
  const int64_t bound = nest.loops[plan.vector].bound, lanes = plan.lanes;
  Value live = extentOf(plan.vector);
  Lanes full{plan.vector, lanes, lanes, {}};
  Value whole =
      live ? arith::MulIOp::create(b, arith::DivUIOp::create(b, live, index(lanes)).getResult(),
                                   index(lanes))
                 .getResult()
           : index(bound / lanes * lanes);
  if (bound >= lanes)
    accumulators = accumulate(index(0), whole, lanes, accumulators, [&](Value at, Values inner) {
      tile.base[plan.vector] = at;
      return step(tile, points, inner, &full);
    });
  if (!live && bound % lanes == 0)
    return accumulators;

  // The last, partial vector: what is not there leaves its lane as it is.
  forget();
  Lanes part = full;
  part.valid = bound % lanes;
  if (live) {
    Value count = arith::SubIOp::create(b, live, whole);
    count = arith::IndexCastOp::create(b, b.getI32Type(), count);
    Value numbers = constantVector(llvm::to_vector(llvm::seq<int64_t>(0, lanes)), b.getI32Type());
    part.mask = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, numbers, splat(count, lanes));
  }
  tile.base[plan.vector] = whole;
  Values next = step(tile, points, accumulators, &part);
  Value mask = maskOf(part);
  for (auto [before, after] : llvm::zip(accumulators, next))
    after = arith::SelectOp::create(b, mask, after, before);
  forget();
  return next;
}

SmallVector<Value> Emitter::reduceRows(Tile &tile, ArrayRef<Point> points) {
  Values starts = initial(tile, points);
  Operation *combiner = combinerOf(nest.main());
  Value neutral = arith::ConstantOp::create(b, neutralOf(combiner, starts[0].getType(), b));
  Values lanes(points.size(), splat(neutral, plan.lanes));
  Values sums = fold(combiner, sweepRow(0, tile, points, lanes));
  for (auto [start, sum] : llvm::zip(starts, sums))
    sum = combine(combiner, start, sum);
  return sums;
}

/// Each vector's lanes become one number, by halves: lane i and lane i + 8, then i + 4 and so on.
/// Two vectors are folded as one whose halves are theirs, four as one of quarters: each number is
/// made as if it were alone, and stands in the lane that is its place among the vectors.
SmallVector<Value> Emitter::fold(Operation *combiner, Values vectors) {
  const size_t count = vectors.size();
  for (int64_t part = plan.lanes; part > 1; part /= 2) {
    SmallVector<int64_t> low, high; // of what two vectors hold in parts of this size
    for (int64_t lane = 0; lane < 2 * plan.lanes; ++lane)
      (lane % part < part / 2 ? low : high).push_back(lane);
    Values folded;
    for (size_t i = 0; i < vectors.size(); i += 2) {
      Value first = vectors[i], second = vectors[std::min(i + 1, vectors.size() - 1)];
      Value a = vector::ShuffleOp::create(b, first, second, b.getDenseI64ArrayAttr(low));
      Value c = vector::ShuffleOp::create(b, first, second, b.getDenseI64ArrayAttr(high));
      folded.push_back(combine(combiner, a, c));
    }
    vectors = folded;
  }
  Values numbers;
  for (size_t i = 0; i < count; ++i)
    numbers.push_back(
        vector::ExtractOp::create(b, vectors[i / plan.lanes], int64_t(i) % plan.lanes));
  return numbers;
}
} // namespace dlc::cpu
