//===- Elementwise.cpp - operators and elementwise primitives -------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

using namespace mlir;

namespace dlc {
/// The common shape of the operands; numbers take any.
static RankedTensorType shapeOf(StringRef op, ArrayRef<const Operand *> operands, Type element) {
  SmallVector<RankedTensorType> types;
  for (const Operand *operand : operands)
    if (operand->kind == Operand::Value)
      types.push_back(typeOf(operand->tensor));
  if (types.empty())
    types.push_back(RankedTensorType::get({}, element));
  return commonShape(op, types, element);
}

template <class OpT>
static Tensor binary(const Operand &lhs, const Operand &rhs, bool floats = false) {
  DType dtype = promote({&lhs, &rhs});
  if (floats && !dtype.isFloat())
    dtype = tracer().defaultDType;
  if (dtype == boolean)
    fail("`" + nameOf<OpT>() +
         "` of bool tensors; hint: `.to(i64)` counts, `&` and `|` combine masks");
  RankedTensorType type = shapeOf(nameOf<OpT>(), {&lhs, &rhs}, tracer().elementType(dtype));
  Value left = materialize(lhs, type);
  Value right = materialize(rhs, type);
  return tensorOf(make<OpT>(type, left, right));
}

template <class OpT>
static Tensor compare(const Operand &lhs, const Operand &rhs, bool masks = false) {
  DType dtype = promote({&lhs, &rhs});
  if (dtype == boolean && !masks)
    dtype = i32;
  RankedTensorType type = shapeOf(nameOf<OpT>(), {&lhs, &rhs}, tracer().elementType(dtype));
  Value left = materialize(lhs, type);
  Value right = materialize(rhs, type);
  return tensorOf(make<OpT>(ir::maskOf(type), left, right));
}

template <class OpT> static Tensor logical(const Tensor &lhs, const Tensor &rhs) {
  for (const Tensor *side : {&lhs, &rhs})
    if (!(side->dtype() == boolean))
      fail("`" + nameOf<OpT>() + "` of " + ir::describe(typeOf(*side)) +
           "; it combines masks, hint: `x != 0` makes one");
  RankedTensorType type =
      commonShape(nameOf<OpT>(), {typeOf(lhs), typeOf(rhs)}, tracer().b.getI1Type());
  Value left = broadcastTo(valueOf(lhs), type);
  Value right = broadcastTo(valueOf(rhs), type);
  return tensorOf(make<OpT>(type, left, right));
}

/// A function of real numbers; ints become the default float dtype, as in PyTorch.
template <class OpT> static Tensor real(const Tensor &x) {
  Type element = typeOf(x).getElementType();
  if (!isa<FloatType>(element))
    element = tracer().elementType(tracer().defaultDType);
  Value value = convertTo(valueOf(x), element);
  return tensorOf(make<OpT>(value.getType(), value));
}

template <class OpT> static Tensor number(const Tensor &x) {
  if (x.dtype() == boolean)
    fail("`" + nameOf<OpT>() + "` of a bool tensor; hint: `~mask`, or `.to(i64)` first");
  Value value = valueOf(x);
  return tensorOf(make<OpT>(value.getType(), value));
}

Tensor operator+(const Operand &lhs, const Operand &rhs) { return binary<ir::AddOp>(lhs, rhs); }
Tensor operator-(const Operand &lhs, const Operand &rhs) { return binary<ir::SubOp>(lhs, rhs); }
Tensor operator*(const Operand &lhs, const Operand &rhs) { return binary<ir::MulOp>(lhs, rhs); }
Tensor operator/(const Operand &lhs, const Operand &rhs) {
  return binary<ir::DivOp>(lhs, rhs, true);
}
Tensor maximum(const Operand &lhs, const Operand &rhs) { return binary<ir::MaximumOp>(lhs, rhs); }
Tensor minimum(const Operand &lhs, const Operand &rhs) { return binary<ir::MinimumOp>(lhs, rhs); }

Tensor operator==(const Operand &lhs, const Operand &rhs) {
  return compare<ir::EqualOp>(lhs, rhs, true);
}
Tensor operator!=(const Operand &lhs, const Operand &rhs) {
  return compare<ir::NotEqualOp>(lhs, rhs, true);
}
Tensor operator<(const Operand &lhs, const Operand &rhs) { return compare<ir::LessOp>(lhs, rhs); }
Tensor operator<=(const Operand &lhs, const Operand &rhs) {
  return compare<ir::LessEqualOp>(lhs, rhs);
}
Tensor operator>(const Operand &lhs, const Operand &rhs) {
  return compare<ir::GreaterOp>(lhs, rhs);
}
Tensor operator>=(const Operand &lhs, const Operand &rhs) {
  return compare<ir::GreaterEqualOp>(lhs, rhs);
}
Tensor eq(const Operand &lhs, const Operand &rhs) { return lhs == rhs; }
Tensor ne(const Operand &lhs, const Operand &rhs) { return lhs != rhs; }
Tensor lt(const Operand &lhs, const Operand &rhs) { return lhs < rhs; }
Tensor le(const Operand &lhs, const Operand &rhs) { return lhs <= rhs; }
Tensor gt(const Operand &lhs, const Operand &rhs) { return lhs > rhs; }
Tensor ge(const Operand &lhs, const Operand &rhs) { return lhs >= rhs; }

Tensor operator&(const Tensor &lhs, const Tensor &rhs) { return logical<ir::AndOp>(lhs, rhs); }
Tensor operator|(const Tensor &lhs, const Tensor &rhs) { return logical<ir::OrOp>(lhs, rhs); }
Tensor operator~(const Tensor &mask) {
  if (!(mask.dtype() == boolean))
    fail("`~` of " + ir::describe(typeOf(mask)) + "; it inverts masks, hint: `x == 0`");
  Value value = valueOf(mask);
  return tensorOf(make<ir::NotOp>(value.getType(), value));
}
Tensor logical_not(const Tensor &x) { return x.dtype() == boolean ? ~x : x == 0; }

Tensor exp(const Tensor &x) { return real<ir::ExpOp>(x); }
Tensor log(const Tensor &x) { return real<ir::LogOp>(x); }
Tensor sqrt(const Tensor &x) { return real<ir::SqrtOp>(x); }
Tensor tanh(const Tensor &x) { return real<ir::TanhOp>(x); }
Tensor neg(const Tensor &x) { return number<ir::NegOp>(x); }
Tensor operator-(const Tensor &x) { return neg(x); }
Tensor abs(const Tensor &x) { return number<ir::AbsOp>(x); }
Tensor relu(const Tensor &x) { return x.dtype().isFloat() ? real<ir::ReluOp>(x) : maximum(x, 0); }

Tensor pow(const Operand &base, const Operand &exponent) {
  bool constant = base.kind == Operand::Value &&
                  (exponent.kind == Operand::Integer || exponent.kind == Operand::Real);
  if (constant) { // the powers that are cheaper and more exact by other means
    double e = exponent.kind == Operand::Integer ? double(exponent.integer) : exponent.real;
    Tensor x = base.tensor;
    if (e == 2)
      return x * x;
    if (e == 3)
      return x * x * x;
    if (x.dtype().isFloat() && e == 0.5)
      return sqrt(x);
    if (x.dtype().isFloat() && e == -1)
      return 1 / x;
  }
  if (!promote({&base, &exponent}).isFloat())
    fail("`pow` of integers with another exponent than 2 or 3; hint: `.to(f32)` first");
  return binary<ir::PowOp>(base, exponent);
}

Tensor where(const Tensor &mask, const Operand &then, const Operand &otherwise) {
  if (!(mask.dtype() == boolean))
    fail("`where` with a mask of " + ir::describe(typeOf(mask)) +
         "; a mask is bool, hint: `x != 0`");
  Type element = tracer().elementType(promote({&then, &otherwise}));
  SmallVector<RankedTensorType> types{typeOf(mask)};
  for (const Operand *side : {&then, &otherwise})
    if (side->kind == Operand::Value)
      types.push_back(typeOf(side->tensor));
  RankedTensorType type = commonShape("where", types, element);
  Value condition = broadcastTo(valueOf(mask), cast<RankedTensorType>(ir::maskOf(type)));
  Value lhs = materialize(then, type);
  Value rhs = materialize(otherwise, type);
  return tensorOf(make<ir::SelectOp>(type, condition, lhs, rhs));
}

Tensor Tensor::to(DType dtype) const {
  return tensorOf(convertTo(valueOf(*this), tracer().elementType(dtype)));
}
} // namespace dlc
