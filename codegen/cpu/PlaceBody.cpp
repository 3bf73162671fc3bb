//===- PlaceBody.cpp - sums whose lanes hold several places of an image ---------------------===//
// What PlacePlan.cpp plans: a pass over the image for each vector of a period, whose sums wait in
// scratch until the lanes of each channel are added up.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

/// Whether a load of `count` elements from `point` on stays in its buffer whatever the loops say.
bool Emitter::staysInside(const Access &access, const Tile &tile, const Point &point,
                          int64_t count) const {
  int64_t last = access.start + count - 1;
  for (auto [loop, stride] : llvm::enumerate(access.stride)) {
    const int64_t bound = nest.loops[loop].bound, delta = point.delta[loop];
    int64_t furthest = tile.base[loop] ? bound - 1 : delta;
    if (static_cast<int>(loop) == plan.placeLoop)
      furthest = tile.extent[loop] - 1 + delta; // from where the last period begins
    last += stride * (stride > 0 ? furthest : 0);
  }
  return last < access.size;
}

/// `count` elements from `point` on, and `skipped`; the others of a vector hold 0 if that is
/// wanted, or else anything.
Value Emitter::loadPlaces(const Access &access, const Tile &tile, const Point &point,
                          int64_t skipped, int64_t count, int64_t lanes, bool zeros) {
  auto type = VectorType::get({lanes}, access.element);
  Value memory = flat.lookup(access.memref), offset = add(offsetOf(access, tile, point), skipped);
  if (!(zeros && count < lanes) && staysInside(access, tile, point, skipped + lanes))
    return vector::LoadOp::create(b, type, memory, ValueRange(offset));
  Value zero = arith::ConstantOp::create(b, type, b.getZeroAttr(type));
  return vector::MaskedLoadOp::create(b, type, memory, ValueRange(offset),
                                      maskOf({-1, lanes, count, {}}), zero);
}

/// The places that vector `number` of a period meets, each on all lanes of its channels.
Value Emitter::spreadPlaces(const Tile &tile, Point point, int64_t number, int64_t valid,
                            bool zeros) {
  const Access &image = nest.main().accesses[plan.spread];
  const int64_t channels = nest.loops[plan.vector].bound, begin = number * plan.lanes;
  const int64_t first = begin / channels, stride = image.stride[plan.placeLoop];
  const int64_t reach = ((begin + valid - 1) / channels - first) * stride + 1;
  point.delta[plan.placeLoop] = first;
  SmallVector<int64_t> from;
  const int64_t width = int64_t(llvm::PowerOf2Ceil(reach));
  for (int64_t lane = 0; lane < plan.lanes; ++lane)
    from.push_back(lane < valid ? ((begin + lane) / channels - first) * stride : zeros * width);
  Value places = loadPlaces(image, tile, point, 0, reach, width, false), none = places;
  if (zeros)
    none = arith::ConstantOp::create(b, places.getType(), b.getZeroAttr(places.getType()));
  return vector::ShuffleOp::create(b, places, none, b.getDenseI64ArrayAttr(from));
}

/// `rows` rows of `places` places, those of one vector of the period: the rows of the image one
/// after the other, each for all sums that it is a part of.
void Emitter::addPlaces(const Tile &tile, ArrayRef<Point> points, int64_t number, int64_t rows,
                        int64_t places, MutableArrayRef<Value> sums) {
  const Stage &main = nest.main();
  const int64_t channels = nest.loops[plan.vector].bound;
  const int64_t valid = std::min(plan.lanes, places * channels - number * plan.lanes);
  if (valid <= 0)
    return;
  // Lanes behind the end of a row are those of other channels; behind a period's they are idle.
  const bool zeros = places < plan.period && valid < plan.lanes;
  struct Step {
    int64_t imageRow, row;
    size_t point;
    bool operator<(const Step &other) const {
      return std::tuple(imageRow, -row, point) <
             std::tuple(other.imageRow, -other.row, other.point);
    }
  };
  SmallVector<Step> steps;
  for (int64_t row = 0; row < rows; ++row)
    for (auto [p, point] : llvm::enumerate(points))
      steps.push_back({row + (plan.windowRows < 0 ? 0 : point.delta[plan.windowRows]), row, p});
  llvm::sort(steps);

  std::map<int64_t, Value> spread; // by how far from the first
  DenseMap<int64_t, Value> along;  // by row
  for (const Step &step : steps) {
    Point point = points[step.point];
    if (plan.rowReduction >= 0)
      point.delta[plan.rowReduction] = step.row;
    Values arguments(main.numInputs);
    for (unsigned i = 0; i < main.numInputs; ++i) {
      const Access &access = main.accesses[i];
      const bool spreads = static_cast<int>(i) == plan.spread;
      int64_t distance = 0;
      for (auto [stride, delta] : llvm::zip(access.stride, point.delta))
        distance += stride * delta;
      Value &known = spreads ? spread[distance] : along[distance];
      if (!known)
        known = spreads ? spreadPlaces(tile, point, number, valid, zeros)
                        : loadPlaces(access, tile, point, number * plan.lanes, valid, plan.lanes,
                                     zeros);
      arguments[i] = known;
    }
    Value &sum = sums[step.point];
    arguments.push_back(sum);
    Lanes lanes{static_cast<int>(plan.vector), plan.lanes, valid, {}};
    sum = body(main, arguments, tile, point, lanes)[0];
  }
}

/// One row of the image, or `rows` of them, for the vectors [first, first + count) of each period.
/// Several periods at once have sums of their own.
SmallVector<Value> Emitter::alongPlaces(Tile &tile, ArrayRef<Point> points, int64_t first,
                                        int64_t count, int64_t rows, Values sums) {
  const unsigned loop = plan.placeLoop;
  const int64_t bound = nest.loops[loop].bound, period = plan.period;
  const int64_t together = plan.periodsTogether, whole = bound / period / together * together;
  auto emit = [&](int64_t number, int64_t places, Values &values) {
    for (int64_t vector = 0; vector < count; ++vector)
      addPlaces(
          tile, points, first + vector, rows, places,
          MutableArrayRef(values).slice((number * count + vector) * points.size(), points.size()));
  };
  auto periods = [&](int64_t from, int64_t many, Values values) {
    for (int64_t number = 0; number < many; ++number) {
      tile.base[loop] = number ? add(tile.base[loop], period) : tile.base[loop];
      tile.extent[loop] = (from + number) * period + 1;
      forget();
      emit(number, period, values);
    }
    return values;
  };
  if (whole)
    sums = accumulate(index(0), index(whole * period), together * period, sums,
                      [&](Value at, Values inner) {
                        tile.base[loop] = at;
                        return periods(whole - together, together, inner);
                      });
  tile.base[loop] = index(whole * period);
  sums = periods(whole, bound / period - whole, sums);
  if (const int64_t rest = bound % period) {
    tile.base[loop] = index(bound - rest);
    tile.extent[loop] = bound - rest + 1;
    forget();
    emit(0, rest, sums);
  }
  forget();
  tile.base[loop] = Value();
  tile.extent[loop] = 1;
  return sums;
}

/// All reductions but that of the places; the window's rows innermost, several at once.
SmallVector<Value> Emitter::overPlaces(size_t level, Tile &tile, ArrayRef<Point> points,
                                       int64_t first, int64_t count, Values sums) {
  auto reductions = nest.reductions();
  llvm::erase(reductions, static_cast<unsigned>(plan.placeLoop));
  if (plan.rowReduction >= 0)
    llvm::erase(reductions, static_cast<unsigned>(plan.rowReduction));
  if (level < reductions.size()) {
    const unsigned loop = reductions[level];
    return accumulate(index(0), upperOf(loop), 1, sums, [&](Value at, Values inner) {
      tile.base[loop] = at;
      return overPlaces(level + 1, tile, points, first, count, inner);
    });
  }
  if (plan.rowReduction < 0)
    return alongPlaces(tile, points, first, count, 1, sums);
  const unsigned loop = plan.rowReduction;
  const int64_t bound = nest.loops[loop].bound, rows = plan.rowsTogether;
  const int64_t whole = bound / rows * rows;
  sums = accumulate(index(0), index(whole), rows, sums, [&](Value at, Values inner) {
    tile.base[loop] = at;
    return alongPlaces(tile, points, first, count, rows, inner);
  });
  if (bound > whole) {
    tile.base[loop] = index(whole);
    forget();
    sums = alongPlaces(tile, points, first, count, bound - whole, sums);
  }
  tile.base[loop] = Value();
  return sums;
}

/// A period of sums of each point from scratch, a place after the other.
SmallVector<Value> Emitter::foldPlaces(ArrayRef<Value> starts) {
  const Access &output = nest.main().accesses.back();
  const int64_t channels = nest.loops[plan.vector].bound, bytes = output.elementBytes();
  auto type = VectorType::get({plan.lanes}, output.element);
  Operation *combiner = combinerOf(nest.main());
  Values results;
  for (auto [p, start] : llvm::enumerate(starts)) {
    const int64_t begin = plan.placeByte + int64_t(p) * plan.periodVectors * plan.lanes * bytes;
    Value sum;
    for (int64_t place = 0; place < plan.period; ++place) {
      Value next = scratchLoad(index(begin + place * channels * bytes), type);
      sum = sum ? combine(combiner, sum, next) : next;
    }
    results.push_back(combine(combiner, start, sum));
  }
  return results;
}

SmallVector<Value> Emitter::reducePlaces(Tile &tile, ArrayRef<Point> points) {
  const Access &output = nest.main().accesses.back();
  Operation *combiner = combinerOf(nest.main());
  Value neutral = arith::ConstantOp::create(b, neutralOf(combiner, output.element, b));
  const int64_t together = plan.spread < 0 ? plan.periodVectors : 1;
  const int64_t bytes = plan.lanes * output.elementBytes(), each = together * points.size();
  for (int64_t first = 0; first < plan.periodVectors; first += together) {
    Values sums(each * plan.periodsTogether, splat(neutral, plan.lanes));
    sums = overPlaces(0, tile, points, first, together, sums);
    for (int64_t i = each; i < int64_t(sums.size()); ++i)
      sums[i % each] = combine(combiner, sums[i % each], sums[i]);
    for (int64_t i = 0; i < each; ++i) {
      const int64_t point = i % points.size(), vector = first + i / points.size();
      scratchStore(sums[i], index(plan.placeByte + (point * plan.periodVectors + vector) * bytes));
    }
  }
  return foldPlaces(initial(tile, points));
}
} // namespace dlc::cpu
