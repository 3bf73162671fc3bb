//===- Memory.cpp - loads and stores of a point ------------------------------------===//
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
namespace dlc::cpu {

void Emitter::forget() {
  splats.clear();
  bases.clear();
  loads.clear();
  transposedLoads.clear();
}

Value Emitter::offsetOf(const Access &access, const Tile &tile, const Point &point) {
  if (!access.linear) {
    Values dims;
    for (auto [base, delta] : llvm::zip(tile.base, point.delta))
      dims.push_back(add(base, delta));
    return evaluate(access.offset, dims);
  }
  // base + constant, the base shared by all points: the constant becomes the displacement of the
  // address, and rows need no registers of their own.
  int64_t constant = access.start;
  for (auto [stride, delta] : llvm::zip(access.stride, point.delta))
    constant += stride * delta;
  auto [known, isNew] = bases.try_emplace(&access);
  if (isNew)
    for (auto [stride, base] : llvm::zip(access.stride, tile.base)) {
      if (!stride || !base)
        continue;
      Value term = stride == 1 ? base : arith::MulIOp::create(b, base, index(stride)).getResult();
      known->second =
          known->second ? arith::AddIOp::create(b, known->second, term).getResult() : term;
    }
  return add(known->second, constant);
}

/// Distances of the lanes from the point's own offset, for gathers and scatters.
Value Emitter::laneOffsets(const Access &access, const Tile &tile, const Point &point,
                           const Lanes &lanes) {
  SmallVector<int64_t> steps;
  for (int64_t i = 0; i < lanes.count; ++i)
    steps.push_back(access.linear ? i * access.stride[lanes.loop] : i);
  if (access.linear)
    return constantVector(steps, b.getI32Type());
  Values dims;
  for (auto [i, base] : llvm::enumerate(tile.base)) {
    dims.push_back(add(base, point.delta[i]));
    if (static_cast<int>(i) == lanes.loop)
      dims.back() = arith::AddIOp::create(b, splat(dims.back(), lanes.count),
                                          constantVector(steps, b.getIndexType()));
  }
  return arith::IndexCastOp::create(b, VectorType::get({lanes.count}, b.getI64Type()),
                                    evaluate(access.offset, dims));
}

Value Emitter::maskOf(const Lanes &lanes) {
  if (lanes.mask)
    return lanes.mask;
  SmallVector<int64_t> bits;
  for (int64_t i = 0; i < lanes.count; ++i)
    bits.push_back(i < lanes.valid);
  return constantVector(bits, b.getI1Type());
}

Value Emitter::fromStored(Value value, const Access &access) {
  if (!access.element.isInteger(1))
    return value;
  Type bytes = value.getType();
  Value zero = arith::ConstantOp::create(b, bytes, b.getZeroAttr(bytes));
  return arith::CmpIOp::create(b, arith::CmpIPredicate::ne, value, zero);
}

/// As it lies in memory: bool is a byte.
Value Emitter::loadStored(const Access &access, const Tile &tile, const Point &point,
                          const Lanes &lanes) {
  if (!access.guards.empty())
    if (Value within = inside(access, tile, point, lanes))
      return loadInside(within, access, tile, point, lanes);
  Value memory = flat.lookup(access.memref);
  Type element = access.element.isInteger(1) ? b.getI8Type() : access.element;
  if (lanes.loop < 0 || !access.dependsOn(lanes.loop))
    return memref::LoadOp::create(b, memory, offsetOf(access, tile, point));
  auto type = VectorType::get({lanes.count}, element);
  if (access.contiguous(lanes.loop)) {
    Value offset = offsetOf(access, tile, point);
    if (!lanes.masked())
      return vector::LoadOp::create(b, type, memory, ValueRange(offset));
    Value zero = arith::ConstantOp::create(b, type, b.getZeroAttr(type));
    return vector::MaskedLoadOp::create(b, type, memory, ValueRange(offset), maskOf(lanes), zero);
  }
  Value zero = arith::ConstantOp::create(b, type, b.getZeroAttr(type));
  Value offset = access.linear ? offsetOf(access, tile, point) : index(0);
  return vector::GatherOp::create(b, type, memory, ValueRange(offset),
                                  laneOffsets(access, tile, point, lanes), maskOf(lanes), zero);
}

/// `expr` at a point less what it is at its tile's base; none if that depends on the base.
/// Quotients by what divides every base, as the number of steps in a register tile does, go evenly.
std::optional<int64_t> Emitter::distanceOf(AffineExpr expr, const Point &point) const {
  if (isa<AffineConstantExpr>(expr))
    return 0;
  if (auto dim = dyn_cast<AffineDimExpr>(expr))
    return point.delta[dim.getPosition()];
  auto binary = cast<AffineBinaryOpExpr>(expr);
  std::optional<int64_t> left = distanceOf(binary.getLHS(), point);
  if (expr.getKind() == AffineExprKind::Add) {
    std::optional<int64_t> right = distanceOf(binary.getRHS(), point);
    return left && right ? std::optional(*left + *right) : std::nullopt;
  }
  auto constant = dyn_cast<AffineConstantExpr>(binary.getRHS());
  if (!left || !constant)
    return std::nullopt;
  if (expr.getKind() == AffineExprKind::Mul)
    return *left * constant.getValue();
  auto dim = dyn_cast<AffineDimExpr>(binary.getLHS());
  if (!dim)
    return std::nullopt;
  const unsigned loop = dim.getPosition();
  const bool alongLanes = static_cast<int>(loop) == plan.vector; // where vectors begin counts
  if ((alongLanes ? plan.lanes : plan.reg[loop]) % constant.getValue())
    return std::nullopt;
  return expr.getKind() == AffineExprKind::FloorDiv ? std::optional(*left / constant.getValue())
         : expr.getKind() == AffineExprKind::Mod    ? std::optional(*left % constant.getValue())
                                                    : std::nullopt;
}

Value Emitter::load(const Access &access, const Tile &tile, const Point &point,
                    const Lanes &lanes) {
  const bool allLinear =
      llvm::all_of(access.guards, [](const Guard &guard) { return guard.linear; });
  std::optional<int64_t> fromBase = distanceOf(access.offset, point);
  if (!allLinear || !fromBase || lanes.mask)
    return fromStored(loadStored(access, tile, point, lanes), access);
  // The same place, and as far from the edges.
  SmallVector<int64_t, 4> place{lanes.loop >= 0 && access.dependsOn(lanes.loop) ? lanes.valid : 0};
  auto distance = [&](ArrayRef<int64_t> strides) {
    int64_t constant = 0;
    for (auto [stride, delta] : llvm::zip(strides, point.delta))
      constant += stride * delta;
    return constant;
  };
  place.push_back(*fromBase);
  for (const Guard &guard : access.guards)
    place.push_back(distance(guard.stride));
  Value &known = loads[{&access, place}];
  if (!known)
    known = fromStored(loadStored(access, tile, point, lanes), access);
  return known;
}

/// One lane alone is a scalar: of a masked store of one narrowed element LLVM 22 makes one of the
/// wide element, over its neighbour (github.com/llvm/llvm-project/issues/179489).
void Emitter::storeRow(Value value, Value memory, Value offset, const Lanes &lanes) {
  if (!lanes.masked())
    vector::StoreOp::create(b, value, memory, ValueRange(offset));
  else if (lanes.mask || lanes.valid != 1)
    vector::MaskedStoreOp::create(b, memory, ValueRange(offset), maskOf(lanes), value);
  else {
    Value first = vector::ExtractOp::create(b, value, ArrayRef<int64_t>{0});
    memref::StoreOp::create(b, first, memory, offset);
  }
}

void Emitter::store(Value value, const Access &access, const Tile &tile, const Point &point,
                    const Lanes &lanes) {
  Value memory = flat.lookup(access.memref);
  if (access.element.isInteger(1))
    value =
        arith::ExtUIOp::create(b, widened(b.getI8Type(), lanes.loop < 0 ? 1 : lanes.count), value);
  if (lanes.loop < 0) {
    memref::StoreOp::create(b, value, memory, offsetOf(access, tile, point));
    return;
  }
  if (access.contiguous(lanes.loop)) {
    storeRow(value, memory, offsetOf(access, tile, point), lanes);
    return;
  }
  Value offset = access.linear ? offsetOf(access, tile, point) : index(0);
  vector::ScatterOp::create(b, Type(), memory, ValueRange(offset),
                            laneOffsets(access, tile, point, lanes), maskOf(lanes), value);
}

Value Emitter::scratchLoad(Value byte, Type type) {
  auto vector = cast<VectorType>(type);
  const int64_t bytes = vector.getNumElements() * vector.getElementTypeBitWidth() / 8;
  Value raw =
      vector::LoadOp::create(b, VectorType::get({bytes}, b.getI8Type()), scratch, ValueRange(byte));
  return vector::BitCastOp::create(b, vector, raw);
}

void Emitter::scratchStore(Value value, Value byte) {
  auto vector = cast<VectorType>(value.getType());
  const int64_t bytes = vector.getNumElements() * vector.getElementTypeBitWidth() / 8;
  Value raw = vector::BitCastOp::create(b, VectorType::get({bytes}, b.getI8Type()), value);
  vector::StoreOp::create(b, raw, scratch, ValueRange(byte));
}
} // namespace dlc::cpu
