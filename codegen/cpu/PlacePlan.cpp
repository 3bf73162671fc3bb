//===- PlacePlan.cpp - sums over an image whose channels are too few for the lanes ----------===//
// Where lanes hold the channels of one place, most of them are idle. Side by side in memory lie the
// channels of the next place, so the lanes hold these too: a vector after the other of a row, until
// after `period` places they hold the same channels again. With 6 channels and 16 lanes:
//
//   a0 .. a5 b0 .. b5 c0 .. c3 | c4 c5 d0 .. d5 e0 .. e5 f0 f1 | f2 .. f5 g0 .. g5 h0 .. h5
//
// Each of these vectors is summed up by itself, and the lanes of a channel are added in the end. A
// second input that knows no channels, as the image in a weight gradient, has each of its places
// spread over the lanes of that place.
//
// How places are cut depends on shapes alone, so that every processor adds in the same order.
//===--------------------------------------------------------------------------------===//
#include "codegen/cpu/Plan.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
namespace dlc::cpu {

/// Whether a value is 0 where the inputs are: an input, or a product of such.
static bool vanishes(Value value) {
  if (auto wider = value.getDefiningOp<arith::ExtFOp>())
    return vanishes(wider.getIn());
  if (auto narrower = value.getDefiningOp<arith::TruncFOp>())
    return vanishes(narrower.getIn());
  if (auto product = value.getDefiningOp<arith::MulFOp>())
    return vanishes(product.getLhs()) && vanishes(product.getRhs());
  return isa<BlockArgument>(value);
}

/// One sum of elements or products of two, none of which is padded in passing.
static bool isPlainSum(const Nest &nest) {
  const Stage &main = nest.main();
  auto sum = dyn_cast_or_null<arith::AddFOp>(combinerOf(main));
  if (nest.stages.size() != 1 || !sum || main.numInputs > 2 || !vanishes(sum.getLhs()) ||
      !vanishes(sum.getRhs()))
    return false;
  return llvm::all_of(llvm::enumerate(main.accesses), [&](auto item) {
    const Access &access = item.value();
    return access.linear && access.guards.empty() && !access.inRegister() &&
           isa<MemRefType>(access.memref.getType()) && access.element == main.accesses[0].element &&
           isa<FloatType>(access.element) && access.element.getIntOrFloatBitWidth() >= 32 &&
           (item.index() >= main.numInputs || main.reads(item.index()));
  });
}

static bool fits(const Nest &nest, const Plan &plan, int64_t vector, int64_t lanes) {
  if (plan.spread < 0)
    return true;
  const int64_t channels = nest.loops[plan.vector].bound;
  const int64_t first = vector * lanes / channels;
  const int64_t last = std::min(vector * lanes + lanes, plan.period * channels) - 1;
  const int64_t stride = nest.main().accesses[plan.spread].stride[plan.placeLoop];
  return (last / channels - first) * stride < lanes; // spread by one permutation
}

/// How many vectors make a period, of those that are few enough to have code of their own: the one
/// that takes fewest a row.
static bool choosePeriod(const Nest &nest, Plan &plan, int64_t lanes, double &filled) {
  const int64_t channels = nest.loops[plan.vector].bound, row = nest.loops[plan.placeLoop].bound;
  int64_t fewest = 0;
  Plan best = plan;
  for (int64_t vectors : {1, 2, 3}) {
    plan.period = vectors * lanes / channels;
    plan.periodVectors = llvm::divideCeil(plan.period * channels, lanes);
    if (plan.period < 2 || plan.period > row)
      continue;
    bool good = true;
    for (int64_t vector = 0; vector < plan.periodVectors; ++vector)
      good &= fits(nest, plan, vector, lanes);
    const int64_t taken = row / plan.period * plan.periodVectors +
                          llvm::divideCeil(row % plan.period * channels, lanes);
    if (good && (!fewest || taken < fewest)) {
      fewest = taken;
      best = plan;
    }
  }
  plan = best;
  filled = fewest ? double(row * channels) / double(fewest * lanes) : 0;
  return fewest;
}

/// The loops of the places and the channels, and what the inputs are to them.
static bool findLoops(const Nest &nest, Plan &plan) {
  const Stage &main = nest.main();
  const Access &output = main.accesses.back();
  for (unsigned channels : nest.parallel())
    for (unsigned places : nest.reductions())
      for (unsigned i = 0; i < main.numInputs; ++i) {
        const Access &one = main.accesses[i];
        const Access *other = main.numInputs == 2 ? &main.accesses[1 - i] : nullptr;
        if (output.stride[channels] != 1 || one.stride[channels] != 1 ||
            one.stride[places] != nest.loops[channels].bound || !nest.loops[places].isStatic() ||
            (other && (other->dependsOn(channels) || other->stride[places] < 1)))
          continue;
        plan.vector = channels;
        plan.placeLoop = places;
        plan.spread = other ? 1 - i : -1;
        return true;
      }
  return false;
}

/// The loop of a window's rows, which meet the same rows of the image as those of `rowReduction`:
/// what one spreads, several sums take.
static void findWindowRows(const Nest &nest, Plan &plan) {
  const Stage &main = nest.main();
  if (plan.spread < 0)
    return;
  const Access &image = main.accesses[plan.spread], &other = main.accesses[1 - plan.spread];
  for (unsigned rows : nest.reductions())
    for (unsigned window : nest.parallel())
      if (static_cast<int>(rows) != plan.placeLoop && nest.loops[rows].isStatic() &&
          image.stride[rows] > 0 && image.stride[rows] == image.stride[window] &&
          !other.dependsOn(window)) {
        plan.rowReduction = rows;
        plan.windowRows = window;
        plan.rowsTogether = std::min<int64_t>(4, nest.loops[rows].bound);
      }
}

/// Cycles of some rows of a window, `height` x `width` of whose sums stand in registers: of
/// multiply-adds, of these and of permutations, and of loads, some of which cross lines.
static double cyclesOf(const Plan &plan, int64_t height, int64_t width) {
  if (!height || !width)
    return 0;
  const int64_t rows = plan.rowsTogether;
  const double sums = height * width * rows;
  const double spread = width * (plan.windowRows >= 0 ? height + rows - 1 : height * rows);
  const double loads = spread + 1.5 * height * rows;
  return std::max({sums / 2, (sums + spread) / 3, loads / 2, 4.0 * rows});
}

/// As many sums in registers as share what is spread: rows of the window, and its columns, the
/// channels of the image among them.
static void chooseTaps(const Nest &nest, const Facts &facts, Plan &plan) {
  SmallVector<unsigned> columns;
  int64_t others = 1; // tiles whatever is chosen
  const Stage &main = nest.main();
  for (unsigned loop : nest.parallel()) {
    if (static_cast<int>(loop) == plan.vector || static_cast<int>(loop) == plan.windowRows)
      continue;
    if (main.accesses[plan.spread].dependsOn(loop) &&
        !main.accesses[1 - plan.spread].dependsOn(loop))
      columns.push_back(loop);
    else
      others *= nest.loops[loop].bound;
  }
  // The innermost whole before more of the next.
  const int64_t allRows = plan.windowRows < 0 ? 1 : nest.loops[plan.windowRows].bound;
  double best = 0;
  int64_t bestRows = 1;
  SmallVector<int64_t> bestColumns(columns.size(), 1), some(columns.size(), 1);
  auto consider = [&](int64_t width, int64_t all) {
    for (int64_t height = 1; height <= std::min<int64_t>(allRows, 7); ++height) {
      if (height * width + width + std::min(height, plan.rowsTogether) + 1 > facts.registers - 1)
        break;
      const int64_t tiles =
          others * llvm::divideCeil(all, width) * llvm::divideCeil(allRows, height);
      double cost = 0;
      for (auto [h, count] : {std::pair(height, allRows / height), {allRows % height, 1}})
        cost += double(count) *
                (double(all / width) * cyclesOf(plan, h, width) + cyclesOf(plan, h, all % width));
      cost *= 4.0 / double(std::min<int64_t>(tiles, 4)); // work for several threads
      if (!best || cost < best * 0.99) {
        best = cost;
        bestRows = height;
        bestColumns = some;
      }
    }
  };
  int64_t all = 1, inner = 1;
  for (unsigned loop : columns)
    all *= nest.loops[loop].bound;
  consider(1, all);
  for (size_t i = columns.size(); i-- > 0; inner *= some[i])
    for (int64_t count = 2; count <= nest.loops[columns[i]].bound; ++count) {
      some[i] = count;
      consider(inner * count, all);
    }
  if (plan.windowRows >= 0)
    plan.reg[plan.windowRows] = bestRows;
  for (auto [loop, count] : llvm::zip(columns, bestColumns))
    plan.reg[loop] = count;
}

void choosePlaces(const Nest &nest, const Facts &facts, Plan &plan) {
  if (plan.vector < 0 || !nest.hasReduction() || !isPlainSum(nest))
    return;
  const int64_t lanes = lanesOf(nest), before = nest.loops[plan.vector].bound;
  Plan chosen;
  chosen.reg.assign(nest.loops.size(), 1);
  double filled = 0;
  if (!findLoops(nest, chosen) || nest.loops[chosen.vector].bound < 2 ||
      !choosePeriod(nest, chosen, lanes, filled))
    return;
  // Permutations take their share, and so does the end of a sum.
  if (filled < 1.4 * double(before) / double(llvm::alignTo(before, lanes)))
    return;
  chosen.lanes = lanes;
  chosen.reg[chosen.vector] = lanes;
  findWindowRows(nest, chosen);
  if (chosen.spread >= 0)
    chooseTaps(nest, facts, chosen);
  else // additions hide each other's latency
    chosen.periodsTogether = std::max<int64_t>(8 / chosen.periodVectors, 1);
  int64_t sums = chosen.periodVectors;
  for (unsigned loop : nest.parallel())
    sums *= static_cast<int>(loop) == chosen.vector ? 1 : chosen.reg[loop];
  chosen.placeBytes = (sums + 1) * lanes * nest.main().accesses[0].elementBytes();
  plan = chosen;
}
} // namespace dlc::cpu
