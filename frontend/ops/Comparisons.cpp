//===- Comparisons.cpp - comparisons, masks, choices -----------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Elementwise.h"
#include <limits>

using namespace mlir;

namespace dlc {
static constexpr double infinity = std::numeric_limits<double>::infinity();

template <class OpT> static Tensor compare(const Operand &lhs, const Operand &rhs, DType dtype) {
  auto [left, right] = matched(nameOf<OpT>(), lhs, rhs, dtype);
  return tensorOf(make<OpT>(ir::maskOf(left.getType()), left, right));
}

template <class OpT> static Tensor sameness(const Operand &lhs, const Operand &rhs) {
  return compare<OpT>(lhs, rhs, promote({&lhs, &rhs}));
}

/// false is less than true.
template <class OpT> static Tensor order(const Operand &lhs, const Operand &rhs) {
  DType dtype = promote({&lhs, &rhs});
  return compare<OpT>(lhs, rhs, dtype == boolean ? i32 : dtype);
}

Tensor operator==(const Operand &lhs, const Operand &rhs) {
  return sameness<ir::EqualOp>(lhs, rhs);
}
Tensor operator!=(const Operand &lhs, const Operand &rhs) {
  return sameness<ir::NotEqualOp>(lhs, rhs);
}
Tensor operator<(const Operand &lhs, const Operand &rhs) { return order<ir::LessOp>(lhs, rhs); }
Tensor operator<=(const Operand &lhs, const Operand &rhs) {
  return order<ir::LessEqualOp>(lhs, rhs);
}
Tensor operator>(const Operand &lhs, const Operand &rhs) { return order<ir::GreaterOp>(lhs, rhs); }
Tensor operator>=(const Operand &lhs, const Operand &rhs) {
  return order<ir::GreaterEqualOp>(lhs, rhs);
}
Tensor eq(const Operand &lhs, const Operand &rhs) { return lhs == rhs; }
Tensor ne(const Operand &lhs, const Operand &rhs) { return lhs != rhs; }
Tensor lt(const Operand &lhs, const Operand &rhs) { return lhs < rhs; }
Tensor le(const Operand &lhs, const Operand &rhs) { return lhs <= rhs; }
Tensor gt(const Operand &lhs, const Operand &rhs) { return lhs > rhs; }
Tensor ge(const Operand &lhs, const Operand &rhs) { return lhs >= rhs; }

Tensor isnan(const Tensor &x) { return x != x; }
Tensor isinf(const Tensor &x) {
  return x.dtype().isFloat() ? abs(x) == infinity : full_like(x, false, boolean);
}
Tensor isfinite(const Tensor &x) {
  return x.dtype().isFloat() ? abs(x) < infinity : full_like(x, true, boolean);
}

Tensor isclose(const Operand &lhs, const Operand &rhs, double rtol, double atol, bool equal_nan) {
  DType dtype = promote({&lhs, &rhs});
  checkNumber("isclose", dtype);
  auto [left, right] = matched("isclose", lhs, rhs, dtype);
  Tensor x = tensorOf(left), y = tensorOf(right);
  Tensor close = x == y; // infinities are close to themselves
  if (equal_nan)
    close = close | (isnan(x) & isnan(y));
  Tensor distance = abs(x - y), allowed = atol + abs(rtol * y);
  return close | (isfinite(distance) & (distance <= allowed));
}

Tensor nan_to_num(const Tensor &x, double nan, double posinf, double neginf) {
  if (!x.dtype().isFloat())
    return x;
  return where(isnan(x), nan, where(x == infinity, posinf, where(x == -infinity, neginf, x)));
}
Tensor nan_to_num(const Tensor &x, double nan) {
  auto element = dyn_cast<FloatType>(typeOf(x).getElementType());
  if (!element)
    return x;
  bool exact;
  APFloat largest = APFloat::getLargest(element.getFloatSemantics());
  largest.convert(APFloat::IEEEdouble(), APFloat::rmNearestTiesToEven, &exact);
  return nan_to_num(x, nan, largest.convertToDouble(), -largest.convertToDouble());
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
} // namespace dlc
