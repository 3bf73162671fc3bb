//===- WindowBody.cpp - windows that slide over what lies along the lanes ------------===//
// What WindowPlan.cpp plans. Where a place lies at an edge of the image is known when its code is
// written: the first and the last rows and columns have code of their own.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
namespace dlc::cpu {

/// `steps` of the innermost reduction, which share loads.
SmallVector<Value> Emitter::stepsOfWindow(unsigned loop, const Tile &tile, ArrayRef<Point> points,
                                          Values values) {
  SmallVector<Point> at(points);
  for (int64_t number = 0; number < plan.steps; ++number) {
    for (Point &point : at)
      point.delta[loop] = number;
    values = step(tile, at, values, nullptr);
  }
  return values;
}

/// `rowsTogether` rows of `steps` columns: the rows of the image one after the other, each for all
/// sums that it is a part of, so that few vectors are wanted at a time.
SmallVector<Value> Emitter::stepOfImage(unsigned columns, const Tile &tile, ArrayRef<Point> points,
                                        Values sums) {
  struct Step {
    int64_t imageRow, row, column;
    size_t point;
    bool operator<(const Step &other) const {
      return std::tuple(imageRow, -row, column, point) <
             std::tuple(other.imageRow, -other.row, other.column, other.point);
    }
  };
  const Access &image = *llvm::find_if(nest.main().accesses, [&](const Access &access) {
    return access.dependsOn(plan.windowRows);
  });
  SmallVector<Step> steps;
  for (int64_t row = 0; row < plan.rowsTogether; ++row)
    for (int64_t column = 0; column < plan.steps; ++column)
      for (auto [p, point] : llvm::enumerate(points))
        steps.push_back({row * image.stride[plan.rowReduction] +
                             point.delta[plan.windowRows] * image.stride[plan.windowRows],
                         row, column, p});
  llvm::sort(steps);
  for (const Step &at : steps) {
    Point point = points[at.point];
    point.delta[plan.rowReduction] = at.row;
    point.delta[columns] = at.column;
    sums[at.point] = step(tile, point, {sums[at.point]}, nullptr)[0];
  }
  return sums;
}

/// The innermost reduction, several steps at once: they share loads.
SmallVector<Value> Emitter::reduceSteps(unsigned loop, Tile &tile, ArrayRef<Point> points,
                                        Values accumulators) {
  auto several = [&](Value base, Values values) {
    tile.base[loop] = base;
    tile.extent[loop] = plan.steps;
    values = plan.sumsOverImages() ? stepOfImage(loop, tile, points, values)
                                   : stepsOfWindow(loop, tile, points, values);
    tile.extent[loop] = 1;
    return values;
  };
  const int64_t bound = nest.loops[loop].bound, last = bound - plan.steps;
  if (plan.steps == bound)
    return several(Value(), accumulators);
  if (!meetsEdge(loop))
    return accumulate(index(0), index(bound), plan.steps, accumulators, several);
  accumulators = several(index(0), accumulators);
  tile.range[loop] = {plan.steps, last - plan.steps};
  accumulators = accumulate(index(plan.steps), index(last), plan.steps, accumulators, several);
  tile.range.erase(loop);
  return several(index(last), accumulators);
}

/// All rows, several at once.
SmallVector<Value> Emitter::reduceImageRows(Tile &tile, ArrayRef<Point> points, Values sums) {
  const unsigned loop = plan.rowReduction;
  const int64_t size = plan.rowsTogether, last = nest.loops[loop].bound - size;
  auto rows = [&](Value at, Values values) {
    tile.base[loop] = at;
    tile.extent[loop] = size;
    forget();
    values = reduceSteps(nest.reductions().back(), tile, points, values);
    tile.extent[loop] = 1;
    return values;
  };
  if (!meetsEdge(loop))
    return accumulate(lowerOf(loop), upperOf(loop), size, sums, rows);
  return accumulate(lowerOf(loop), upperOf(loop), size, sums, [&](Value at, Values values) {
    auto isAt = [&](int64_t place) {
      return arith::CmpIOp::create(b, arith::CmpIPredicate::eq, at, index(place));
    };
    auto between = [&] {
      tile.range[loop] = {size, last - size};
      Values inner = rows(at, values);
      tile.range.erase(loop);
      return inner;
    };
    auto atFirst = [&] { return rows(index(0), values); };
    auto atLast = [&] { return rows(index(last), values); };
    TypeRange types = ValueRange(sums).getTypes();
    auto behind = [&] {
      return last <= size ? atLast() : either(isAt(last), types, atLast, between);
    };
    return last == 0 ? atFirst() : either(isAt(0), types, atFirst, behind);
  });
}
} // namespace dlc::cpu
