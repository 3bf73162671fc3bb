//===- Indirect.cpp - loads and stores where data says -----------------------------===//
// memref.load and step.put in a linalg body. An index that the lanes share, or that counts along
// them, makes a load of one element or of one vector: a row of a table is read as what it is.
// Only an index that differs from lane to lane by data makes a gather or a scatter.
#include "codegen/cpu/Emitter.h"
#include "ir/schedule/Dialect.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
namespace dlc::cpu {

/// Adds what `value` is in the first lane, and its step from lane to lane; false if there is none.
bool Emitter::evenly(const Stage &stage, Value value, const Tile &tile, const Point &point,
                     const Lanes &lanes, Lookup lookup, Spot &spot) {
  if (auto loop = value.getDefiningOp<linalg::IndexOp>()) {
    const int number = stage.loopOf[loop.getDim()];
    spot.offset = number < 0 ? index(0) : add(tile.base[number], point.delta[number]);
    spot.stride = number >= 0 && number == lanes.loop;
    return true;
  }
  if (auto sum = value.getDefiningOp<arith::AddIOp>()) {
    Spot lhs, rhs;
    if (evenly(stage, sum.getLhs(), tile, point, lanes, lookup, lhs) &&
        evenly(stage, sum.getRhs(), tile, point, lanes, lookup, rhs)) {
      spot.offset = arith::AddIOp::create(b, lhs.offset, rhs.offset);
      spot.stride = lhs.stride + rhs.stride;
      return true;
    }
  }
  if (auto product = value.getDefiningOp<arith::MulIOp>()) {
    Spot factor;
    APInt constant;
    if (matchPattern(product.getRhs(), m_ConstantInt(&constant)) &&
        evenly(stage, product.getLhs(), tile, point, lanes, lookup, factor)) {
      spot.offset =
          arith::MulIOp::create(b, factor.offset, index(constant.getSExtValue())).getResult();
      spot.stride = factor.stride * constant.getSExtValue();
      return true;
    }
  }
  spot.offset = lookup(value);
  return !isa<VectorType>(spot.offset.getType());
}

Emitter::Spot Emitter::spotOf(const Stage &stage, Value memref, ValueRange indices,
                              const Tile &tile, const Point &point, const Lanes &lanes,
                              Lookup lookup) {
  Spot all;
  int64_t size = 1;
  auto type = cast<MemRefType>(memref.getType());
  for (int axis = type.getRank() - 1; axis >= 0; --axis) {
    Spot spot;
    const bool even = evenly(stage, indices[axis], tile, point, lanes, lookup, spot);
    Value scale = index(size);
    if (!even)
      scale = splat(scale, lanes.count);
    Value term = arith::MulIOp::create(b, spot.offset, scale);
    Value &sum = even ? all.offset : all.offsets;
    sum = sum ? arith::AddIOp::create(b, sum, term).getResult() : term;
    all.stride += spot.stride * size;
    size *= type.getDimSize(axis);
  }
  if (!all.offset)
    all.offset = index(0);
  return all;
}

/// Distances of the lanes from the spot's offset.
static Value distances(ImplicitLocOpBuilder &b, Value offsets, Value steps) {
  return offsets ? arith::AddIOp::create(b, offsets, steps).getResult() : steps;
}

Value Emitter::loadAt(Value memref, const Spot &spot, const Lanes &lanes) {
  Access access;
  access.memref = memref;
  access.element = cast<MemRefType>(memref.getType()).getElementType();
  Value memory = flat.lookup(memref);
  Type element = access.element.isInteger(1) ? b.getI8Type() : access.element;
  if (lanes.loop < 0 || (!spot.offsets && spot.stride == 0))
    return fromStored(memref::LoadOp::create(b, memory, spot.offset), access);
  auto type = VectorType::get({lanes.count}, element);
  if (!spot.offsets && spot.stride == 1 && !lanes.masked())
    return fromStored(vector::LoadOp::create(b, type, memory, ValueRange(spot.offset)), access);
  Value zero = arith::ConstantOp::create(b, type, b.getZeroAttr(type));
  if (!spot.offsets && spot.stride == 1)
    return fromStored(
        vector::MaskedLoadOp::create(b, type, memory, ValueRange(spot.offset), maskOf(lanes), zero),
        access);
  SmallVector<int64_t> steps;
  for (int64_t lane = 0; lane < lanes.count; ++lane)
    steps.push_back(lane * spot.stride);
  Value at = distances(b, spot.offsets, constantVector(steps, b.getIndexType()));
  at = arith::IndexCastOp::create(b, VectorType::get({lanes.count}, b.getI64Type()), at);
  return fromStored(
      vector::GatherOp::create(b, type, memory, ValueRange(spot.offset), at, maskOf(lanes), zero),
      access);
}

void Emitter::storeAt(Value value, Value memref, const Spot &spot, const Lanes &lanes,
                      Value condition) {
  Value memory = flat.lookup(memref);
  const int64_t width = lanes.loop < 0 ? 1 : lanes.count;
  if (cast<MemRefType>(memref.getType()).getElementType().isInteger(1))
    value = arith::ExtUIOp::create(
        b, isa<VectorType>(value.getType()) ? widened(b.getI8Type(), width) : b.getI8Type(), value);
  if (width == 1) {
    memref::StoreOp::create(b, value, memory, spot.offset);
    return;
  }
  value = splat(value, width);
  Value mask = condition;
  if (lanes.masked())
    mask = mask ? arith::AndIOp::create(b, mask, maskOf(lanes)).getResult() : maskOf(lanes);
  if (!spot.offsets && spot.stride == 1) {
    if (condition)
      vector::MaskedStoreOp::create(b, memory, ValueRange(spot.offset), mask, value);
    else
      storeRow(value, memory, spot.offset, lanes);
    return;
  }
  SmallVector<int64_t> steps, all(width, 1);
  for (int64_t lane = 0; lane < width; ++lane)
    steps.push_back(lane * spot.stride);
  Value at = distances(b, spot.offsets, constantVector(steps, b.getIndexType()));
  at = arith::IndexCastOp::create(b, VectorType::get({width}, b.getI64Type()), at);
  if (!mask)
    mask = constantVector(all, b.getI1Type());
  vector::ScatterOp::create(b, Type(), memory, ValueRange(spot.offset), at, mask, value);
}

/// Whether `op` is a load or a put; then it is emitted.
bool Emitter::emitIndirect(Operation &op, const Stage &stage, const Tile &tile, const Point &point,
                           const Lanes &lanes, Lookup lookup, Value &result) {
  if (auto load = dyn_cast<memref::LoadOp>(op)) {
    Spot spot = spotOf(stage, load.getMemref(), load.getIndices(), tile, point, lanes, lookup);
    result = loadAt(load.getMemref(), spot, lanes);
    return true;
  }
  auto put = dyn_cast<step::PutOp>(op);
  if (!put)
    return false;
  Value value = lookup(put.getValue()), mask = lookup(put.getMask());
  Spot spot = spotOf(stage, put.getMemref(), put.getIndices(), tile, point, lanes, lookup);
  if (matchPattern(put.getMask(), m_One()))
    storeAt(value, put.getMemref(), spot, lanes, {});
  else if (isa<VectorType>(mask.getType()))
    storeAt(value, put.getMemref(), spot, lanes, mask);
  else // one answer for all lanes
    when(mask, [&] { storeAt(value, put.getMemref(), spot, lanes, {}); });
  return true;
}
} // namespace dlc::cpu
