//===- Bitwise.cpp - masks, and the bits of ints ----------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Elementwise.h"

using namespace mlir;

namespace dlc {
static void checkNoFloats(StringRef op, DType dtype) {
  if (dtype.isFloat())
    fail("`" + op +
         "` of floats; it combines masks or the bits of ints, hint: `x != 0` makes a "
         "mask");
}

template <class OpT> static Tensor bitwise(StringRef op, const Operand &lhs, const Operand &rhs) {
  DType dtype = promote({&lhs, &rhs});
  checkNoFloats(op, dtype);
  return binary<OpT>(lhs, rhs, dtype);
}

template <class OpT> static Tensor shift(StringRef op, const Operand &lhs, const Operand &rhs) {
  DType dtype = promote({&lhs, &rhs});
  checkNoFloats(op, dtype);
  checkNumber(op, dtype);
  return binary<OpT>(lhs, rhs, dtype);
}

Tensor operator&(const Operand &lhs, const Operand &rhs) {
  return bitwise<ir::AndOp>("&", lhs, rhs);
}
Tensor operator|(const Operand &lhs, const Operand &rhs) {
  return bitwise<ir::OrOp>("|", lhs, rhs);
}
Tensor operator^(const Operand &lhs, const Operand &rhs) {
  return bitwise<ir::XorOp>("^", lhs, rhs);
}
Tensor operator<<(const Operand &lhs, const Operand &rhs) {
  return shift<ir::ShiftLeftOp>("<<", lhs, rhs);
}
Tensor operator>>(const Operand &lhs, const Operand &rhs) {
  return shift<ir::ShiftRightOp>(">>", lhs, rhs);
}
Tensor operator~(const Tensor &x) {
  checkNoFloats("~", x.dtype());
  return unary<ir::NotOp>(x);
}
Tensor bitwise_and(const Operand &lhs, const Operand &rhs) { return lhs & rhs; }
Tensor bitwise_or(const Operand &lhs, const Operand &rhs) { return lhs | rhs; }
Tensor bitwise_xor(const Operand &lhs, const Operand &rhs) { return lhs ^ rhs; }
Tensor bitwise_not(const Tensor &x) { return ~x; }
Tensor bitwise_left_shift(const Operand &lhs, const Operand &rhs) { return lhs << rhs; }
Tensor bitwise_right_shift(const Operand &lhs, const Operand &rhs) { return lhs >> rhs; }

/// Which elements count as set; numbers do unless they are 0.
static Operand maskOf(const Operand &x) {
  switch (x.kind) {
  case Operand::Value:
    return x.tensor.dtype() == boolean ? x.tensor : x.tensor != 0;
  case Operand::Real:
    return x.real != 0;
  case Operand::Extent:
    return x != 0;
  default:
    return x.integer != 0;
  }
}
Tensor logical_and(const Operand &lhs, const Operand &rhs) {
  Operand left = maskOf(lhs), right = maskOf(rhs);
  return left & right;
}
Tensor logical_or(const Operand &lhs, const Operand &rhs) {
  Operand left = maskOf(lhs), right = maskOf(rhs);
  return left | right;
}
Tensor logical_xor(const Operand &lhs, const Operand &rhs) {
  Operand left = maskOf(lhs), right = maskOf(rhs);
  return left ^ right;
}
Tensor logical_not(const Tensor &x) { return x.dtype() == boolean ? ~x : x == 0; }
} // namespace dlc
