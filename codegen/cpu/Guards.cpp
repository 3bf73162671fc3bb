//===- Guards.cpp - what is padded in passing ----------------------------------------===//
// An access with guards gives the value around where it leads outside of what is there. Most
// accesses of most register tiles are known to stay inside: nothing is asked for these. Where the
// padding adds nothing to a sum, as the zeros around an image, the loops over a window are clipped
// to the image. What is left, the first and last columns of a row, is asked at run time.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
namespace dlc::cpu {

/// Steps of a reduction that get code of their own at edges.
static constexpr int64_t longestUnrolled = 7;

/// What the bounds of the loops say: a register tile never reaches over them.
Emitter::Known Emitter::whereIs(const Guard &guard, const Tile &tile, const Point &point,
                                const Lanes &lanes) {
  if (!guard.linear)
    return Known::nothing;
  int64_t least = guard.start, most = guard.start;
  for (auto [loop, stride] : llvm::enumerate(guard.stride)) {
    if (!stride)
      continue;
    if (plan.rows && static_cast<int>(loop) == plan.vector)
      return Known::nothing; // lanes reach over the bound there
    int64_t from = point.delta[loop], to = from;
    if (Value base = tile.base[loop]) {
      APInt known;
      if (matchPattern(base, m_ConstantInt(&known))) {
        from += known.getSExtValue();
        to += known.getSExtValue();
      } else if (auto range = tile.range.find(loop); range != tile.range.end()) {
        from += range->second.first;
        to += range->second.second;
      } else {
        to += nest.loops[loop].bound - tile.extent[loop];
      }
    }
    if (static_cast<int>(loop) == lanes.loop)
      to += lanes.valid - 1;
    least += stride * (stride > 0 ? from : to);
    most += stride * (stride > 0 ? to : from);
  }
  return least >= 0 && most < guard.size   ? Known::inside
         : most < 0 || least >= guard.size ? Known::outside
                                           : Known::nothing;
}

bool Emitter::isInside(const Guard &guard, const Tile &tile, ArrayRef<Point> points) {
  return settled.contains(&guard) || llvm::all_of(points, [&](const Point &point) {
           return whereIs(guard, tile, point, Lanes()) == Known::inside;
         });
}

/// Whether a sum is the same without the elements that are not there: each is a factor of what is
/// added.
static bool vanishes(const Nest &nest, unsigned input) {
  const Stage &main = nest.main();
  auto sum = dyn_cast_or_null<arith::AddFOp>(combinerOf(main));
  if (!sum || main.accesses[input].around != 0)
    return false;
  auto product = sum.getLhs().getDefiningOp<arith::MulFOp>();
  if (!product)
    product = sum.getRhs().getDefiningOp<arith::MulFOp>();
  return product && llvm::any_of(product->getOperands(), [&](Value factor) {
           while (auto wider = factor.getDefiningOp<arith::ExtFOp>())
             factor = wider.getIn();
           return factor == main.body().getArgument(input);
         });
}

/// Whether a step adds nothing to a point's sum, as far as is known now.
bool Emitter::isOutside(const Tile &tile, const Point &point, const Lanes &lanes) {
  const Stage &main = nest.main();
  for (unsigned i = 0; i < main.numInputs; ++i)
    if (!main.accesses[i].guards.empty() && vanishes(nest, i))
      for (const Guard &guard : main.accesses[i].guards)
        if (whereIs(guard, tile, point, lanes) == Known::outside)
          return true;
  return false;
}

/// Whether a parallel loop leads over an edge for some steps of a short reduction.
bool Emitter::leadsOverEdge(unsigned loop) const {
  const Stage &main = nest.main();
  // Where each element is a vector of its own, a look at the first and the last is cheap.
  if (static_cast<int>(loop) == plan.vector || plan.reg[loop] == 1 || plan.slides)
    return false;
  for (unsigned i = 0; i < main.numInputs; ++i)
    for (const Guard &guard : main.accesses[i].guards)
      if (guard.linear && guard.stride[loop] && vanishes(nest, i) &&
          llvm::any_of(nest.reductions(), [&](unsigned reduction) {
            return guard.stride[reduction] && nest.loops[reduction].bound <= longestUnrolled;
          }))
        return true;
  return false;
}

/// Whether an element is there depends on this loop.
bool Emitter::meetsEdge(unsigned loop) const {
  return llvm::any_of(nest.main().accesses, [&](const Access &access) {
    return llvm::any_of(access.guards,
                        [&](const Guard &guard) { return !guard.linear || guard.stride[loop]; });
  });
}

/// A short reduction in a register tile at an edge: each step is emitted by itself, since it is
/// known which elements it meets.
bool Emitter::crossesEdge(unsigned loop, const Tile &tile, ArrayRef<Point> points) {
  const Stage &main = nest.main();
  if (nest.loops[loop].bound > longestUnrolled || !nest.loops[loop].isStatic() ||
      llvm::is_contained(ArrayRef(nest.reductions()).take_front(kRange.size()), loop))
    return false;
  for (unsigned i = 0; i < main.numInputs; ++i)
    for (const Guard &guard : main.accesses[i].guards) {
      if (!guard.linear || !guard.stride[loop] || !vanishes(nest, i))
        continue;
      bool exact = true, unrolled = false; // all other loops stand at known places
      for (auto [other, stride] : llvm::enumerate(guard.stride)) {
        if (!stride || other == loop)
          continue;
        Value base = tile.base[other];
        exact &= !nest.loops[other].reduction && static_cast<int>(other) != plan.vector &&
                 (!base || matchPattern(base, m_Constant()));
        unrolled |= tile.extent[other] > 1;
      }
      if (exact && unrolled)
        return true;
    }
  return false;
}

/// One register tile at `at`: the first and the last along a loop that leads over edges have code
/// of their own, where it is known what each element is.
void Emitter::eachEdge(unsigned loop, Tile &tile, Value at, function_ref<void(Value)> emit) {
  const int64_t size = plan.reg[loop], whole = nest.loops[loop].bound / size * size;
  const int64_t last = whole - size;
  if (!leadsOverEdge(loop))
    return emit(at);
  auto isAt = [&](int64_t place) {
    return arith::CmpIOp::create(b, arith::CmpIPredicate::eq, at ? at : index(0), index(place));
  };
  auto between = [&] {
    if (last <= size)
      return emit(index(last));
    when(
        isAt(last), [&] { emit(index(last)); },
        [&] {
          tile.range[loop] = {size, last - size};
          emit(at);
          tile.range.erase(loop);
        });
  };
  if (!last)
    return emit(index(0));
  when(isAt(0), [&] { emit(index(0)); }, between);
}

/// Where all that one step of a reduction meets may be known to be there, it is emitted once
/// without a look at each element and once with.
SmallVector<Value> Emitter::withinImage(ArrayRef<unsigned> loops, const Tile &tile,
                                        ArrayRef<Point> points, Values accumulators,
                                        function_ref<Values(Values)> emitStep) {
  const Stage &main = nest.main();
  Value all;
  SmallVector<const Guard *> held;
  auto require = [&](Value condition) {
    all = all ? arith::AndIOp::create(b, all, condition).getResult() : condition;
  };
  for (unsigned i = 0; i < main.numInputs; ++i)
    for (const Guard &guard : main.accesses[i].guards) {
      auto movesWith = [&](unsigned loop) { return guard.stride[loop] != 0; };
      if (!guard.linear || !movesWith(loops.front()) ||
          (plan.vector >= 0 && movesWith(plan.vector)) ||
          llvm::any_of(loops.drop_front(), movesWith) || isInside(guard, tile, points))
        continue;
      int64_t least = INT64_MAX, most = INT64_MIN;
      for (const Point &point : points) {
        int64_t distance = 0;
        for (auto [stride, delta] : llvm::zip(guard.stride, point.delta))
          distance += stride * delta;
        least = std::min(least, distance);
        most = std::max(most, distance);
      }
      Value at = evaluate(guard.at, tile.base), size = index(guard.size);
      for (int64_t distance : {least, most})
        require(arith::CmpIOp::create(b, arith::CmpIPredicate::ult, add(at, distance), size));
      held.push_back(&guard);
    }
  if (held.empty())
    return emitStep(accumulators);
  auto emitWithin = [&] {
    settled.insert_range(held);
    Values sums = emitStep(accumulators);
    for (const Guard *guard : held)
      settled.erase(guard);
    return sums;
  };
  return either(all, ValueRange(accumulators).getTypes(), emitWithin,
                [&] { return emitStep(accumulators); });
}

/// Narrows the range of a reduction to the steps that meet an image, and says which guards hold
/// within.
SmallVector<const Guard *> Emitter::clip(ArrayRef<unsigned> loops, const Tile &tile,
                                         ArrayRef<Point> points, Value &lower, Value &upper) {
  const unsigned loop = loops.front();
  SmallVector<const Guard *> held;
  const Stage &main = nest.main();
  for (unsigned i = 0; i < main.numInputs; ++i) {
    if (main.accesses[i].guards.empty() || !vanishes(nest, i))
      continue;
    for (const Guard &guard : main.accesses[i].guards) {
      if (!guard.linear || guard.stride[loop] <= 0)
        continue;
      // The same for all points, and known here.
      bool known = true;
      Value rest;
      for (auto [other, stride] : llvm::enumerate(guard.stride)) {
        if (!stride || other == loop)
          continue;
        known &= static_cast<int>(other) != plan.vector &&
                 !llvm::is_contained(loops.drop_front(), other) &&
                 llvm::all_of(points, [&](const Point &point) { return !point.delta[other]; });
        if (!known || !tile.base[other])
          continue;
        Value term = arith::MulIOp::create(b, tile.base[other], index(stride));
        rest = rest ? arith::AddIOp::create(b, rest, term).getResult() : term;
      }
      if (!known)
        continue;
      // 0 <= rest + stride * k < size
      Value step = index(guard.stride[loop]);
      rest = add(rest, guard.start);
      Value before = arith::SubIOp::create(b, index(0), rest);
      Value behind = arith::SubIOp::create(b, index(guard.size), rest);
      if (guard.stride[loop] > 1) {
        before = arith::CeilDivSIOp::create(b, before, step);
        behind = arith::CeilDivSIOp::create(b, behind, step);
      }
      lower = arith::MaxSIOp::create(b, lower, before);
      upper = arith::MinSIOp::create(b, upper, behind);
      held.push_back(&guard);
    }
  }
  return held;
}
/// The first of `loops`, reductions that the others are in, as far as the image reaches.
SmallVector<Value> Emitter::reduceClipped(ArrayRef<unsigned> loops, Tile &tile,
                                          ArrayRef<Point> points, Values accumulators,
                                          function_ref<Values(Values)> emitStep) {
  const unsigned loop = loops.front();
  if (crossesEdge(loop, tile, points)) {
    for (int64_t number = 0; number < nest.loops[loop].bound; ++number) {
      tile.base[loop] = index(number);
      forget();
      accumulators = emitStep(accumulators);
    }
    return accumulators;
  }
  Value lower = lowerOf(loop), upper = upperOf(loop);
  SmallVector<const Guard *> held = clip(loops, tile, points, lower, upper);
  settled.insert_range(held);
  Values sums = accumulate(lower, upper, 1, accumulators, [&](Value at, Values inner) {
    tile.base[loop] = at;
    return withinImage(loops, tile, points, inner, emitStep);
  });
  for (const Guard *guard : held)
    settled.erase(guard);
  return sums;
}
} // namespace dlc::cpu
