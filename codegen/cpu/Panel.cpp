//===- Panel.cpp - operands that lie across the lanes ------------------------------===//
// Sixteen contiguous loads and a transposition in registers instead of sixteen gathers: for a
// contraction's panel, copied once and used by every row, and for copies that change the order of
// axes.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

/// log2(n) rounds that swap blocks of 1, 2, 4, .. between rows the same distance apart.
SmallVector<Value> Emitter::transpose(Values rows) {
  const int64_t n = rows.size();
  for (int64_t distance = 1; distance < n; distance *= 2)
    for (int64_t i = 0; i < n; ++i) {
      if (i & distance)
        continue;
      SmallVector<int64_t> upper, lower;
      for (int64_t lane = 0; lane < n; ++lane) {
        const bool other = lane & distance;
        upper.push_back(other ? n + lane - distance : lane);
        lower.push_back(other ? n + lane : lane + distance);
      }
      Value a = rows[i], c = rows[i + distance];
      rows[i] = vector::ShuffleOp::create(b, a, c, b.getDenseI64ArrayAttr(upper));
      rows[i + distance] = vector::ShuffleOp::create(b, a, c, b.getDenseI64ArrayAttr(lower));
    }
  return rows;
}

Value Emitter::transposedOperand(const Access &access, const Tile &tile, const Point &point,
                                 const Lanes &lanes) {
  const int64_t across = point.delta[plan.transposed];
  Values &columns = transposedLoads[{&access, point.delta[plan.vector]}];
  if (columns.empty()) {
    Lanes along{plan.transposed, plan.lanes, tile.extent[plan.transposed], {}};
    Values rows;
    for (int64_t lane = 0; lane < lanes.count; ++lane) {
      // Lanes beyond the end repeat the last row: their columns are never stored.
      Point row = point;
      row.delta[plan.transposed] = 0;
      row.delta[plan.vector] += std::min(lane, lanes.valid - 1);
      rows.push_back(lane < lanes.valid ? loadStored(access, tile, row, along) : rows.back());
    }
    columns = transpose(rows);
  }
  return fromStored(columns[across], access);
}

/// The panel lies as [reductions in order][lanes]; with blocks, it holds the present one.
Value Emitter::panelByte(const Tile &tile, const Point &point) {
  const Access &access = nest.main().accesses[plan.packed];
  auto reductions = nest.reductions();
  int64_t stride = plan.packStride, constant = 0;
  Value element;
  if (!kRange.empty())
    reductions.erase(reductions.begin(), reductions.begin() + plan.kLevel);
  for (unsigned loop : llvm::reverse(reductions)) {
    Value at = tile.base[loop];
    if (at && !kRange.empty() && loop == reductions.front())
      at = arith::SubIOp::create(b, at, kRange.back().first);
    constant += point.delta[loop] * stride;
    if (at) {
      Value term = arith::MulIOp::create(b, at, index(stride));
      element = element ? arith::AddIOp::create(b, element, term).getResult() : term;
    }
    stride *= nest.loops[loop].bound;
  }
  constant += point.delta[plan.vector];
  Value byte = element ? arith::MulIOp::create(b, element, index(access.elementBytes())).getResult()
                       : Value();
  return add(byte, constant * access.elementBytes());
}

void Emitter::packAlong(const Tile &tile, int contiguous, int64_t columns, int64_t rows) {
  const Access &access = nest.main().accesses[plan.packed];
  Lanes along{contiguous, plan.lanes, columns, {}};
  for (int64_t first = 0; first < rows; first += plan.lanes) {
    Values lines;
    Point point;
    point.delta.assign(nest.loops.size(), 0);
    for (int64_t lane = 0; lane < plan.lanes; ++lane) {
      point.delta[plan.vector] = first + lane;
      if (first + lane < rows) {
        lines.push_back(loadStored(access, tile, point, along));
        continue;
      }
      auto type = VectorType::get({plan.lanes}, access.element); // masked lanes hold 0
      lines.push_back(arith::ConstantOp::create(b, type, b.getZeroAttr(type)));
    }
    point.delta[plan.vector] = first;
    for (auto [i, column] : llvm::enumerate(transpose(lines))) {
      if (static_cast<int64_t>(i) >= columns)
        break;
      point.delta[contiguous] = i;
      scratchStore(column, panelByte(tile, point));
    }
  }
}

void Emitter::pack(const Tile &tile, int64_t rows) {
  if (plan.pairs >= 0)
    return packPairs(tile, rows);
  const Access &access = nest.main().accesses[plan.packed];
  auto reductions = nest.reductions();
  int contiguous = -1;
  for (unsigned loop : reductions)
    if (access.stride[loop] == 1)
      contiguous = loop;
  Tile at = tile;
  std::function<void(size_t)> nestOf = [&](size_t level) {
    if (level < reductions.size()) {
      const unsigned loop = reductions[level];
      if (static_cast<int>(loop) == contiguous)
        return nestOf(level + 1);
      forEach(lowerOf(loop), upperOf(loop), 1, [&](Value k) {
        at.base[loop] = k;
        nestOf(level + 1);
      });
      return;
    }
    if (contiguous < 0) {
      Point point;
      point.delta.assign(nest.loops.size(), 0);
      for (int64_t first = 0; first < rows; first += plan.lanes) {
        point.delta[plan.vector] = first;
        Lanes lanes{plan.vector, plan.lanes, std::min(plan.lanes, rows - first), {}};
        scratchStore(loadStored(access, at, point, lanes), panelByte(at, point));
      }
      return;
    }
    // Whole vectors along the reduction up to the bound; dead steps are copied and never read.
    const int64_t bound = nest.loops[contiguous].bound, whole = bound / plan.lanes * plan.lanes;
    if (whole) {
      Value upper = arith::MinSIOp::create(b, upperOf(contiguous), index(whole));
      forEach(lowerOf(contiguous), upper, plan.lanes, [&](Value k) {
        at.base[contiguous] = k;
        packAlong(at, contiguous, plan.lanes, rows);
      });
    }
    if (whole == bound)
      return;
    Value reached =
        arith::CmpIOp::create(b, arith::CmpIPredicate::sgt, upperOf(contiguous), index(whole));
    when(reached, [&] {
      at.base[contiguous] = index(whole);
      packAlong(at, contiguous, bound - whole, rows);
    });
  };
  nestOf(0);
}
} // namespace dlc::cpu
