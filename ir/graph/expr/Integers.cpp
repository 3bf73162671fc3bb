//===- Integers.cpp - integer arithmetic without undefined cases ---------------===//
#include "ir/graph/expr/Integers.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace dlc::ir;

/// The number that `value` is known to be.
static std::optional<int64_t> knownNumber(Value value) {
  APInt number;
  if (matchPattern(value, m_ConstantInt(&number)))
    return number.getSExtValue();
  return std::nullopt;
}

namespace {
/// A divisor that never traps, and where it stands for another.
struct Divisor {
  Value isZero, isMinusOne, safe;
  Divisor(ImplicitLocOpBuilder &b, Value rhs) {
    Expr divisor(b, rhs);
    isZero = divisor == 0;
    isMinusOne = divisor == -1;
    Expr special = Expr(b, isZero) | Expr(b, isMinusOne);
    safe = select(special, 1, divisor);
  }
};
} // namespace

Value SafeQuotient::create(ImplicitLocOpBuilder &b, ValueRange operands) {
  Value lhs = operands[0], rhs = operands[1];
  if (std::optional<int64_t> number = knownNumber(rhs); number && *number != 0 && *number != -1)
    return arith::DivSIOp::create(b, lhs, rhs);
  Divisor divisor(b, rhs);
  Value quotient = arith::DivSIOp::create(b, lhs, divisor.safe);
  Expr negated = select(Expr(b, divisor.isMinusOne), -Expr(b, lhs), Expr(b, quotient));
  return select(Expr(b, divisor.isZero), 0, negated);
}

Value SafeRemainder::create(ImplicitLocOpBuilder &b, ValueRange operands) {
  Value lhs = operands[0], rhs = operands[1];
  if (std::optional<int64_t> number = knownNumber(rhs); number && *number != 0 && *number != -1)
    return arith::RemSIOp::create(b, lhs, rhs);
  Divisor divisor(b, rhs); // by 1 instead of -1 leaves 0 as well
  Value remainder = arith::RemSIOp::create(b, lhs, divisor.safe);
  return select(Expr(b, divisor.isZero), Expr(b, lhs), Expr(b, remainder));
}

/// Whether `rhs` shifts some bits of its type out only, and an amount that does in any case.
static std::pair<Value, Value> amountOf(ImplicitLocOpBuilder &b, Value rhs) {
  int width = rhs.getType().getIntOrFloatBitWidth();
  Expr amount(b, rhs);
  Value fits = (amount >= 0) & (amount < width);
  return {fits, select(Expr(b, fits), amount, width - 1)};
}

static bool fits(Value rhs) {
  std::optional<int64_t> number = knownNumber(rhs);
  return number && *number >= 0 && *number < int64_t(rhs.getType().getIntOrFloatBitWidth());
}

Value SafeShiftLeft::create(ImplicitLocOpBuilder &b, ValueRange operands) {
  if (fits(operands[1]))
    return arith::ShLIOp::create(b, operands[0], operands[1]);
  auto [fits, amount] = amountOf(b, operands[1]);
  Value shifted = arith::ShLIOp::create(b, operands[0], amount);
  return select(Expr(b, fits), Expr(b, shifted), 0);
}

Value SafeShiftRight::create(ImplicitLocOpBuilder &b, ValueRange operands) {
  if (fits(operands[1]))
    return arith::ShRSIOp::create(b, operands[0], operands[1]);
  // Shifted by all but one bit, the sign is left.
  auto [fits, amount] = amountOf(b, operands[1]);
  return arith::ShRSIOp::create(b, operands[0], amount);
}
