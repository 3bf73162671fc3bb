//===- operand.h - a tensor or a number, and the operators --------*- C++ -*-===//
#ifndef DLC_OPERAND_H
#define DLC_OPERAND_H
#include "dlc/tensor.h"

namespace dlc {
/// A tensor or a number. A number takes the other side's dtype where that can hold its kind, as
/// in PyTorch: `i64 + 1` is i64, `i64 * 0.5` is the default float dtype.
class Operand {
public:
  enum Kind : unsigned char { Value, Real, Integer, Boolean, Extent };
  Operand(const Tensor &tensor) : tensor(tensor), kind(Value) {}
  template <class T>
    requires(__is_same(T, bool)) // bool itself: pointers convert to it
  Operand(T value) : integer(value), kind(Boolean) {}
  Operand(int value) : integer(value), kind(Integer) {}
  Operand(long value) : integer(value), kind(Integer) {}
  Operand(long long value) : integer(value), kind(Integer) {}
  Operand(unsigned value) : integer(value), kind(Integer) {}
  Operand(unsigned long value) : integer(Int(value)), kind(Integer) {}
  Operand(unsigned long long value) : integer(Int(value)), kind(Integer) {}
  Operand(float value) : real(value), kind(Real) {}
  Operand(double value) : real(value), kind(Real) {}
  Operand(Dim value) : extent(value), kind(Extent) {}

  Tensor tensor;
  double real = 0;
  Int integer = 0;
  Dim extent;
  Kind kind;
};

Tensor operator+(const Operand &lhs, const Operand &rhs);
Tensor operator-(const Operand &lhs, const Operand &rhs);
Tensor operator*(const Operand &lhs, const Operand &rhs);
Tensor operator/(const Operand &lhs, const Operand &rhs);
Tensor operator-(const Tensor &x);
Tensor operator==(const Operand &lhs, const Operand &rhs);
Tensor operator!=(const Operand &lhs, const Operand &rhs);
Tensor operator<(const Operand &lhs, const Operand &rhs);
Tensor operator<=(const Operand &lhs, const Operand &rhs);
Tensor operator>(const Operand &lhs, const Operand &rhs);
Tensor operator>=(const Operand &lhs, const Operand &rhs);
Tensor operator%(const Operand &lhs, const Operand &rhs); // remainder
Tensor operator&(const Operand &lhs, const Operand &rhs); // of masks, or of the bits of ints
Tensor operator|(const Operand &lhs, const Operand &rhs);
Tensor operator^(const Operand &lhs, const Operand &rhs);
Tensor operator~(const Tensor &x);
Tensor operator<<(const Operand &lhs, const Operand &rhs);
Tensor operator>>(const Operand &lhs, const Operand &rhs);
} // namespace dlc
#endif
