//===- PaddedLoads.cpp - elements of which some are not there ------------------------===//
// What is padded in passing has no zeros around it in memory: an element outside is the value
// around, and nothing outside is touched.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

/// Whether a point's element is there, or of each lane; null if it is known to be.
Value Emitter::inside(const Access &access, const Tile &tile, const Point &point,
                      const Lanes &lanes) {
  Value all;
  for (const Guard &guard : access.guards) {
    if (settled.contains(&guard) || whereIs(guard, tile, point, lanes) == Known::inside)
      continue;
    Values dims(nest.loops.size());
    for (unsigned loop = 0; loop < dims.size(); ++loop)
      if (guard.at.isFunctionOfDim(loop))
        dims[loop] = loopIndex(loop, tile, point, lanes);
    Value at = evaluate(guard.at, dims), size = index(guard.size);
    if (auto type = dyn_cast<VectorType>(at.getType()))
      size = splat(size, type.getNumElements());
    // Unsigned: what is negative is beyond any size.
    Value here = arith::CmpIOp::create(b, arith::CmpIPredicate::ult, at, size);
    if (all && all.getType() != here.getType()) {
      all = splat(all, lanes.count);
      here = splat(here, lanes.count);
    }
    all = all ? arith::AndIOp::create(b, all, here).getResult() : here;
  }
  return all;
}

/// Nothing outside is touched: a scalar or vector that is not there is read at the beginning of its
/// buffer, lanes that are not there are not read.
Value Emitter::loadInside(Value within, const Access &access, const Tile &tile, const Point &point,
                          const Lanes &lanes) {
  Value memory = flat.lookup(access.memref);
  const bool scalar = lanes.loop < 0 || !access.dependsOn(lanes.loop);
  Type type = scalar ? access.element : VectorType::get({lanes.count}, access.element);
  auto number = [&](double value) -> Value {
    FloatAttr element = b.getFloatAttr(access.element, value);
    if (auto vector = dyn_cast<VectorType>(type))
      return arith::ConstantOp::create(b, DenseElementsAttr::get(vector, element));
    return arith::ConstantOp::create(b, element);
  };
  Value value;
  if (scalar || (!isa<VectorType>(within.getType()) && access.contiguous(lanes.loop))) {
    Value offset =
        arith::SelectOp::create(b, within, offsetOf(access, tile, point), index(0)).getResult();
    if (scalar)
      value = memref::LoadOp::create(b, memory, offset);
    else if (!lanes.masked())
      value = vector::LoadOp::create(b, type, memory, ValueRange(offset));
    else
      value = vector::MaskedLoadOp::create(b, type, memory, ValueRange(offset), maskOf(lanes),
                                           number(0));
    return arith::SelectOp::create(b, within, value, number(access.around));
  }
  within = splat(within, lanes.count);
  Value mask = arith::AndIOp::create(b, within, maskOf(lanes));
  Value around = number(access.around);
  if (access.contiguous(lanes.loop))
    return vector::MaskedLoadOp::create(b, type, memory, ValueRange(offsetOf(access, tile, point)),
                                        mask, around);
  Value offset = access.linear ? offsetOf(access, tile, point) : index(0);
  return vector::GatherOp::create(b, cast<VectorType>(type), memory, ValueRange(offset),
                                  laneOffsets(access, tile, point, lanes), mask, around);
}
} // namespace dlc::cpu
