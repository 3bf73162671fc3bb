//===- creation.h - tensors made from nothing --------------------*- C++ -*-===//
// Without a dtype: reals have the default float dtype, ints i64, and bools bool, as in PyTorch.
// Dims of a shape may be dynamic.
#ifndef DLC_OPS_CREATION_H
#define DLC_OPS_CREATION_H
#include "dlc/tensor.h"

namespace dlc {
Tensor zeros(const Shape &shape);
Tensor zeros(const Shape &shape, DType dtype);
Tensor ones(const Shape &shape);
Tensor ones(const Shape &shape, DType dtype);
/// `value` is a number, a Dim or a 0-d tensor.
Tensor full(const Shape &shape, const Operand &value);
Tensor full(const Shape &shape, const Operand &value, DType dtype);
/// Zeros: there is no memory here that could be left as it is.
Tensor empty(const Shape &shape);
Tensor empty(const Shape &shape, DType dtype);

// Of the shape of x, and of its dtype unless one is given.
Tensor zeros_like(const Tensor &x);
Tensor zeros_like(const Tensor &x, DType dtype);
Tensor ones_like(const Tensor &x);
Tensor ones_like(const Tensor &x, DType dtype);
Tensor full_like(const Tensor &x, const Operand &value);
Tensor full_like(const Tensor &x, const Operand &value, DType dtype);
Tensor empty_like(const Tensor &x);
Tensor empty_like(const Tensor &x, DType dtype);

/// start, start + step, ... below end. Ints, reals (rounded once each), or Dims by steps of 1.
Tensor arange(const Operand &end);
Tensor arange(const Operand &end, DType dtype);
Tensor arange(const Operand &start, const Operand &end, const Operand &step = 1);
Tensor arange(const Operand &start, const Operand &end, const Operand &step, DType dtype);
/// `steps` numbers from start to end, both included.
Tensor linspace(double start, double end, Int steps);
Tensor linspace(double start, double end, Int steps, DType dtype);
/// base to the power of each of linspace(start, end, steps)
Tensor logspace(double start, double end, Int steps, double base = 10);
Tensor logspace(double start, double end, Int steps, double base, DType dtype);
/// 1 on the diagonal, 0 elsewhere; [n, n], or [n, m].
Tensor eye(Dim n);
Tensor eye(Dim n, Dim m);
Tensor eye(Dim n, Dim m, DType dtype);

namespace detail {
/// Numbers written out: one, or a list of lists of equal lengths.
class Literal {
public:
  enum Kind : unsigned char { Real, Integer, Boolean, List };
  template <class T>
    requires(__is_same(T, bool)) // bool itself: pointers convert to it
  Literal(T value) : integer(value), kind(Boolean) {}
  Literal(int value) : integer(value), kind(Integer) {}
  Literal(long value) : integer(value), kind(Integer) {}
  Literal(long long value) : integer(value), kind(Integer) {}
  Literal(unsigned value) : integer(value), kind(Integer) {}
  Literal(float value) : real(value), kind(Real) {}
  Literal(double value) : real(value), kind(Real) {}
  Literal(std::initializer_list<Literal> list) : list(list), kind(List) {}

  double real = 0;
  Int integer = 0;
  std::initializer_list<Literal> list; // lives as long as the call that it is an argument of
  Kind kind;
};
} // namespace detail
/// `tensor({{1.0, 2.0}, {3.0, 4.0}})`; the numbers are data of the compiled program.
Tensor tensor(const detail::Literal &values);
Tensor tensor(const detail::Literal &values, DType dtype);
/// The numbers behind `values`, row-major, as they are now.
Tensor from_blob(const double *values, const Shape &shape);
Tensor from_blob(const float *values, const Shape &shape);
Tensor from_blob(const Int *values, const Shape &shape);
Tensor from_blob(const int *values, const Shape &shape);
} // namespace dlc
#endif
