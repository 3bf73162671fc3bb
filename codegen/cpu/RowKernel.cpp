//===- RowKernel.cpp - several passes over the same rows -----------------------------===//
//   for each tile of rows
//     for each stage: over rows and columns, or over rows alone
// Sums and what is computed from them stay in registers; what one pass keeps for a later one lies
// in scratch, a row of it. Where the lanes run along the columns, `unroll` vectors of each row in
// the register tile have sums of their own, joined pairwise at the end of a pass, before the lanes
// are folded.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
namespace dlc::cpu {

/// Whether an output is a sum, not an element a column.
static bool isSum(const Nest &nest, const Access &access) {
  return llvm::none_of(nest.reductions(), [&](unsigned loop) { return access.dependsOn(loop); });
}

void Emitter::rowTile(Tile &tile) {
  forget();
  registers.clear();
  SmallVector<Point> at = points(tile);
  for (const Stage &stage : nest.stages) {
    if (stage.hasColumns)
      columnStage(stage, tile, at);
    else
      rowStage(stage, tile, at);
    for (unsigned loop : nest.reductions())
      tile.base[loop] = Value();
    forget();
  }
}

void Emitter::rowStage(const Stage &stage, const Tile &tile, ArrayRef<Point> points) {
  SmallVector<Values> results;
  for (auto [p, point] : llvm::enumerate(points)) {
    Values arguments;
    for (unsigned i = 0; i < stage.accesses.size(); ++i)
      arguments.push_back(operand(stage, i, tile, points, p, lanesOf(point)));
    results.push_back(body(stage, arguments, tile, point, lanesOf(point)));
  }
  for (unsigned i = 0; i < stage.numOutputs(); ++i) {
    const Access &access = stage.accesses[stage.numInputs + i];
    if (access.inRegister())
      registers[access.memref].clear();
    for (auto [p, point] : llvm::enumerate(points))
      if (access.inRegister())
        registers[access.memref].push_back(results[p][i]);
      else
        store(results[p][i], access, tile, point, lanesOf(point));
  }
}

/// What is the same in all columns of a row is computed in front of them.
void Emitter::hoistFromColumns(const Stage &stage, const Tile &tile, ArrayRef<Point> points) {
  rowValues.assign(points.size(), invariants);
  for (auto [p, point] : llvm::enumerate(points)) {
    auto &known = rowValues[p];
    for (unsigned i = 0; i < stage.numInputs; ++i) {
      const Access &access = stage.accesses[i];
      BlockArgument argument = stage.body().getArgument(i);
      if (!stage.reads(i) || known.contains(argument) ||
          !isa<MemRefType>(access.memref.getType()) || !isSum(nest, access))
        continue;
      known[argument] = operand(stage, i, tile, points, p, lanesOf(point));
    }
    if (lanesOf(point).loop < 0) // LLVM moves what is arithmetic on vectors
      hoistKnown(stage, known);
  }
}

void Emitter::columnStage(const Stage &stage, Tile &tile, ArrayRef<Point> points) {
  hoistFromColumns(stage, tile, points);
  forget();
  const size_t each = points.size() * (plan.rows ? plan.unroll : 1);
  const int64_t width = plan.vector < 0 ? 1 : plan.lanes;
  Values sums;
  SmallVector<unsigned> outputs;
  for (unsigned i = 0; i < stage.numOutputs(); ++i) {
    const Access &access = stage.accesses[stage.numInputs + i];
    if (!isSum(nest, access))
      continue;
    outputs.push_back(i);
    Value start = plan.rows ? Value(arith::ConstantOp::create(
                                  b, neutralOf(combinerOf(stage, i), access.element, b)))
                            : outer(stage.fill[i]);
    sums.append(each, splat(start, width));
  }
  sums = plan.rows ? alongColumns(stage, tile, points, sums)
                   : acrossColumns(stage, 0, tile, points, sums);
  for (auto [number, i] : llvm::enumerate(outputs)) {
    Values values(ArrayRef(sums).slice(number * each, each));
    if (plan.rows) {
      Operation *combiner = combinerOf(stage, i);
      Values rows;
      for (size_t row = 0; row < points.size(); ++row) {
        Values parts(ArrayRef(values).slice(row * plan.unroll, plan.unroll));
        for (size_t left = parts.size(); left > 1;) { // by halves, the first may be the larger
          const size_t half = (left + 1) / 2;
          for (size_t k = 0; k + half < left; ++k)
            parts[k] = combine(combiner, parts[k], parts[k + half]);
          left = half;
        }
        rows.push_back(parts[0]);
      }
      values = fold(combiner, rows);
      for (Value &value : values)
        value = combine(combiner, outer(stage.fill[i]), value);
    }
    registers[stage.accesses[stage.numInputs + i].memref] = values;
  }
}

/// Lanes are rows, or there are none: each column adds to all of them.
SmallVector<Value> Emitter::acrossColumns(const Stage &stage, size_t level, Tile &tile,
                                          ArrayRef<Point> points, Values accumulators) {
  auto columns = nest.reductions();
  if (level == columns.size())
    return columnStep(stage, tile, points, 1, nullptr, accumulators);
  const unsigned loop = columns[level];
  return accumulate(index(0), upperOf(loop), 1, accumulators, [&](Value at, Values inner) {
    tile.base[loop] = at;
    return acrossColumns(stage, level + 1, tile, points, inner);
  });
}

/// Lanes are columns.
SmallVector<Value> Emitter::alongColumns(const Stage &stage, Tile &tile, ArrayRef<Point> rows,
                                         Values accumulators) {
  const unsigned loop = plan.vector;
  const int64_t bound = nest.loops[loop].bound, lanes = plan.lanes, step = plan.unroll * lanes;
  Value live = extentOf(loop);
  Lanes full{plan.vector, lanes, lanes, {}};
  auto wholeOf = [&](int64_t size) -> Value {
    if (!live)
      return index(bound / size * size);
    Value count = arith::DivUIOp::create(b, live, index(size));
    return arith::MulIOp::create(b, count, index(size));
  };
  auto row = [&](Values sums) {
    Value whole = wholeOf(step);
    if (bound >= step)
      sums = accumulate(index(0), whole, step, sums, [&](Value at, Values inner) {
        tile.base[loop] = at;
        return columnStep(stage, tile, rows, plan.unroll, &full, inner);
      });
    Lanes part = full;
    if (live) {
      Value last = wholeOf(lanes);
      if (plan.unroll > 1)
        sums = accumulate(whole, last, lanes, sums, [&](Value at, Values inner) {
          tile.base[loop] = at;
          return columnStep(stage, tile, rows, 1, &full, inner);
        });
      Value count = arith::SubIOp::create(b, live, last);
      count = arith::IndexCastOp::create(b, b.getI32Type(), count);
      Value numbers = constantVector(llvm::to_vector(llvm::seq<int64_t>(0, lanes)), b.getI32Type());
      part.mask = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, numbers, splat(count, lanes));
      tile.base[loop] = last;
    } else {
      if (int64_t rest = bound % step / lanes) {
        forget();
        tile.base[loop] = whole;
        sums = columnStep(stage, tile, rows, rest, &full, sums);
      }
      part.valid = bound % lanes;
      if (!part.valid)
        return sums;
      tile.base[loop] = index(bound / lanes * lanes);
    }
    // The last, partial vector: what is not there leaves its lane as it is.
    forget();
    sums = columnStep(stage, tile, rows, 1, &part, sums);
    forget();
    return sums;
  };
  auto columns = nest.reductions();
  llvm::erase(columns, loop);
  std::function<Values(size_t, Values)> nestOf = [&](size_t level, Values sums) {
    if (level == columns.size())
      return row(sums);
    return accumulate(index(0), upperOf(columns[level]), 1, sums, [&](Value at, Values inner) {
      tile.base[columns[level]] = at;
      return nestOf(level + 1, inner);
    });
  };
  return nestOf(0, accumulators);
}

/// The next `vectors` of columns (`along`) of each row, or one column of rows for each point.
/// Elements are written when all are computed, so that no load waits for a store.
SmallVector<Value> Emitter::columnStep(const Stage &stage, const Tile &tile, ArrayRef<Point> rows,
                                       size_t vectors, const Lanes *along, Values accumulators) {
  Value mask = along && along->masked() ? maskOf(*along) : Value();
  const size_t each = plan.rows ? plan.unroll : 1; // sums of a row
  struct Step {
    Point point;
    Lanes lanes;
    Values results;
    size_t row, sum;
  };
  std::vector<Step> steps;
  for (auto [row, point] : llvm::enumerate(rows))
    for (size_t v = 0; v < vectors; ++v) {
      Step step{point, along ? *along : lanesOf(point), {}, row, row * each + v};
      if (along)
        step.point.delta[plan.vector] = v * plan.lanes;
      std::swap(invariants, rowValues[row]);
      Values arguments;
      for (unsigned i = 0; i < stage.numInputs; ++i)
        arguments.push_back(columnOperand(stage, i, tile, step.point, row, step.lanes));
      size_t sums = 0;
      for (unsigned i = 0; i < stage.numOutputs(); ++i)
        arguments.push_back(isSum(nest, stage.accesses[stage.numInputs + i])
                                ? accumulators[sums++ * each * rows.size() + step.sum]
                                : Value());
      step.results = body(stage, arguments, tile, step.point, step.lanes);
      std::swap(invariants, rowValues[row]);
      steps.push_back(step);
    }
  size_t sums = 0;
  for (unsigned i = 0; i < stage.numOutputs(); ++i) {
    const Access &access = stage.accesses[stage.numInputs + i];
    for (const Step &step : steps) {
      Value value = step.results[i];
      if (isSum(nest, access)) {
        Value &sum = accumulators[sums * each * rows.size() + step.sum];
        sum = mask ? arith::SelectOp::create(b, mask, value, sum).getResult() : value;
      } else if (access.inRegister()) {
        bufferStore(value, access, bufferByte(access, tile, step.point, step.row));
      } else {
        store(value, access, tile, step.point, step.lanes);
      }
    }
    sums += isSum(nest, access);
  }
  return accumulators;
}

Value Emitter::columnOperand(const Stage &stage, unsigned i, const Tile &tile, const Point &point,
                             size_t row, const Lanes &lanes) {
  const Access &access = stage.accesses[i];
  if (!stage.reads(i) || invariants.contains(stage.body().getArgument(i)))
    return {};
  if (!isa<MemRefType>(access.memref.getType()))
    return outer(access.memref);
  if (access.inRegister())
    return bufferLoad(access, bufferByte(access, tile, point, row));
  return load(access, tile, point, lanes);
}

/// Where a row's buffer, or that of as many rows as there are lanes, holds a point: columns in the
/// order of their loops.
Value Emitter::bufferByte(const Access &access, const Tile &tile, const Point &point, size_t row) {
  const int64_t width = plan.rows ? 1 : plan.lanes;
  int64_t stride = width * access.elementBytes();
  const int64_t columns = nest.volume(nest.reductions()) + plan.lanes;
  int64_t constant = plan.rowBuffers.lookup(access.memref) +
                     row * llvm::alignTo(columns * access.elementBytes(), 64) * width;
  Value byte;
  for (unsigned loop : llvm::reverse(nest.reductions())) {
    constant += point.delta[loop] * stride;
    if (Value base = tile.base[loop]) {
      Value term = arith::MulIOp::create(b, base, index(stride));
      byte = byte ? arith::AddIOp::create(b, byte, term).getResult() : term;
    }
    stride *= nest.loops[loop].bound;
  }
  return add(byte, constant);
}

Value Emitter::bufferLoad(const Access &access, Value byte) {
  Type element = access.element.isInteger(1) ? b.getI8Type() : access.element;
  const int64_t width = plan.vector < 0 ? 1 : plan.lanes;
  Value value = scratchLoad(byte, VectorType::get({width}, element));
  if (plan.vector < 0)
    value = vector::ExtractOp::create(b, value, int64_t(0));
  return fromStored(value, access);
}

void Emitter::bufferStore(Value value, const Access &access, Value byte) {
  const int64_t width = plan.vector < 0 ? 1 : plan.lanes;
  if (access.element.isInteger(1))
    value = arith::ExtUIOp::create(b, widened(b.getI8Type(), width), value);
  if (plan.vector < 0)
    value = vector::BroadcastOp::create(b, VectorType::get({1}, value.getType()), value);
  scratchStore(value, byte);
}
} // namespace dlc::cpu
