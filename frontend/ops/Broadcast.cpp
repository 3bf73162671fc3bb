//===- Broadcast.cpp - broadcasting and promotion end here ----------------===//
// PyTorch's rules. What comes out is explicit: dlc.convert, dlc.broadcast, dlc.splat.
#include "frontend/ops/Emit.h"
#include "ir/graph/Reshape.h"

using namespace mlir;

namespace dlc {
static bool isOne(int64_t size, const ir::LiveDim &live) { return size == 1 && !live.symbol; }

RankedTensorType commonShape(StringRef op, ArrayRef<RankedTensorType> types, Type element) {
  SmallVector<int64_t> shape;
  SmallVector<ir::LiveDim> live;
  RankedTensorType shaper = types.front(); // for messages
  for (RankedTensorType type : types) {
    size_t rank = type.getRank();
    while (shape.size() < rank) {
      shape.insert(shape.begin(), 1);
      live.insert(live.begin(), ir::LiveDim());
    }
    SmallVector<ir::LiveDim> own = ir::liveOf(type);
    for (size_t i = 0; i < rank; ++i) {
      size_t at = shape.size() - rank + i;
      int64_t size = type.getDimSize(i);
      if (isOne(size, own[i]) || (shape[at] == size && live[at] == own[i]))
        continue;
      if (!isOne(shape[at], live[at]))
        fail("`" + op + "` of " + ir::describe(shaper) + " and " + ir::describe(type) + ": dim " +
             Twine(at) + " is " +
             (live[at].symbol ? ir::describe(live[at]) : std::to_string(shape[at])) +
             " on one side and " + (own[i].symbol ? ir::describe(own[i]) : std::to_string(size)) +
             " on the other; sizes must be equal or 1, hint: dims are matched from the last one "
             "backwards");
      shape[at] = size;
      live[at] = own[i];
    }
  }
  return ir::tensorOf(shape, live, element);
}

Value reshapeTo(Value x, ArrayRef<int64_t> shape) {
  Tracer &t = tracer();
  if (ir::typeOf(x).getShape() == shape)
    return x;
  FailureOr<RankedTensorType> type = ir::reshapedType(t.here(), ir::typeOf(x), shape);
  if (failed(type))
    throw TraceError();
  return make<ir::ReshapeOp>(*type, x);
}

Value broadcastTo(Value x, RankedTensorType to) {
  RankedTensorType from = ir::typeOf(x);
  if (from == to)
    return x;
  SmallVector<ir::LiveDim> fromLive = ir::liveOf(from), toLive = ir::liveOf(to);
  SmallVector<int64_t> added, kept;
  int64_t leading = to.getRank() - from.getRank();
  for (int64_t i = 0; i < to.getRank(); ++i) {
    bool isNew = i < leading;
    if (!isNew) {
      int64_t size = from.getDimSize(i - leading);
      isNew = isOne(size, fromLive[i - leading]) && !isOne(to.getDimSize(i), toLive[i]);
      if (!isNew)
        kept.push_back(size);
    }
    if (isNew)
      added.push_back(i);
  }
  x = reshapeTo(x, kept);
  return make<ir::BroadcastOp>(to, x, added);
}

Value convertTo(Value x, Type element) {
  RankedTensorType type = ir::typeOf(x);
  if (type.getElementType() == element)
    return x;
  return make<ir::ConvertOp>(ir::withElement(type, element), x);
}

Value splat(double number, RankedTensorType type) {
  Builder &b = tracer().b;
  Type element = type.getElementType();
  TypedAttr value;
  if (isa<FloatType>(element))
    value = b.getFloatAttr(element, number);
  else
    value = b.getIntegerAttr(element, element.isInteger(1) ? number != 0 : int64_t(number));
  return make<ir::SplatOp>(type, value);
}

static int category(DType dtype) { return dtype.isFloat() ? 2 : dtype.isInt() ? 1 : 0; }

static DType wider(DType lhs, DType rhs) { // the codes go from wide to narrow
  if (lhs.isHalf() && rhs.isHalf() && !(lhs == rhs))
    return f32; // neither holds the other's numbers
  return lhs.code <= rhs.code ? lhs : rhs;
}

DType promote(ArrayRef<const Operand *> operands) {
  // Tensors with dims decide; 0-d tensors and then numbers only by a higher kind.
  std::optional<DType> ranks[3];
  for (const Operand *operand : operands) {
    int rank = 2;
    DType dtype = operand->kind == Operand::Real      ? tracer().defaultDType
                  : operand->kind == Operand::Boolean ? boolean
                                                      : i64;
    if (operand->kind == Operand::Value) {
      RankedTensorType type = typeOf(operand->tensor);
      dtype = tracer().dtypeOf(type.getElementType());
      rank = type.getRank() ? 0 : 1;
    }
    ranks[rank] = ranks[rank] ? wider(*ranks[rank], dtype) : dtype;
  }
  auto combine = [](std::optional<DType> high, std::optional<DType> low) {
    if (!high || !low)
      return high ? high : low;
    return category(*low) > category(*high) ? low : high;
  };
  return *combine(ranks[0], combine(ranks[1], ranks[2]));
}

Value materialize(const Operand &operand, RankedTensorType type) {
  Type element = type.getElementType();
  switch (operand.kind) {
  case Operand::Value: {
    Value converted = convertTo(valueOf(operand.tensor), element);
    return broadcastTo(converted, type);
  }
  case Operand::Real:
    return splat(operand.real, type);
  case Operand::Integer:
    if (!isa<FloatType>(element) && !element.isInteger(1)) // exact beyond 2^53
      return make<ir::SplatOp>(type, tracer().b.getIntegerAttr(element, operand.integer));
    return splat(double(operand.integer), type);
  case Operand::Boolean:
    return splat(double(operand.integer), type);
  case Operand::Extent:
    break;
  }
  Dim dim = operand.extent;
  if (!dim.isDynamic())
    return splat(double(dim.add), type);
  auto scalar = RankedTensorType::get({}, tracer().b.getI64Type());
  Value extent =
      make<ir::ExtentOp>(scalar, tracer().b.getStringAttr(tracer().dims[dim.symbol - 1].first));
  if (dim.mul != 1) {
    Value mul = splat(double(dim.mul), scalar);
    extent = make<ir::MulOp>(scalar, extent, mul);
  }
  if (dim.add != 0) {
    Value add = splat(double(dim.add), scalar);
    extent = make<ir::AddOp>(scalar, extent, add);
  }
  extent = convertTo(extent, element);
  return broadcastTo(extent, type);
}
} // namespace dlc
