//===- shape.h - dtypes, dimensions and shapes ------------------*- C++ -*-===//
#ifndef DLC_SHAPE_H
#define DLC_SHAPE_H
#include <initializer_list>

namespace dlc {
using Int = long long;

/// One dimension: a number, or `mul * symbol + add` of a dynamic dimension.
class Dim {
public:
  Dim() = default;
  Dim(int value) : add(value) {}
  Dim(long value) : add(value) {}
  Dim(long long value) : add(value) {}
  Dim(unsigned value) : add(value) {}
  Dim(unsigned long value) : add(Int(value)) {}
  Dim(unsigned long long value) : add(Int(value)) {}

  bool isDynamic() const { return symbol != 0; }
  /// The number; an error for a dynamic dimension, which has none at compile time.
  Int value() const;
  explicit operator int() const { return int(value()); }
  explicit operator long() const { return long(value()); }
  explicit operator long long() const { return value(); }
  /// The largest value it can have at run time.
  Int bound() const;

  friend Dim operator+(Dim lhs, Dim rhs);
  friend Dim operator-(Dim lhs, Dim rhs);
  friend Dim operator*(Dim lhs, Dim rhs);
  friend Dim operator/(Dim lhs, Dim rhs);
  friend Dim operator%(Dim lhs, Dim rhs);
  friend bool operator==(Dim lhs, Dim rhs) {
    return lhs.symbol == rhs.symbol && lhs.mul == rhs.mul && lhs.add == rhs.add;
  }
  friend bool operator<(Dim lhs, Dim rhs) { return lhs.value() < rhs.value(); }
  friend bool operator>(Dim lhs, Dim rhs) { return lhs.value() > rhs.value(); }
  friend bool operator<=(Dim lhs, Dim rhs) { return lhs.value() <= rhs.value(); }
  friend bool operator>=(Dim lhs, Dim rhs) { return lhs.value() >= rhs.value(); }

  int symbol = 0; // of the program's dynamic dimensions, from 1; 0: `add` is the number
  Int mul = 0, add = 0;
};

/// A dimension known at run time only, 1 to `bound`. The same name is the same dimension.
Dim dim(const char *name, Int bound);

namespace detail {
[[noreturn]] void tooManyDims(unsigned long rank);
} // namespace detail

/// Up to eight dimensions, from the outside in.
class Shape {
public:
  static constexpr int maxRank = 8;
  Shape() = default;
  Shape(std::initializer_list<Dim> sizes) {
    for (Dim size : sizes)
      append(size);
  }
  void append(Dim size) {
    if (count == maxRank)
      detail::tooManyDims(maxRank + 1);
    dims[count++] = size;
  }
  int rank() const { return count; }
  Dim &operator[](int i) { return dims[i]; }
  const Dim &operator[](int i) const { return dims[i]; }
  const Dim *begin() const { return dims; }
  const Dim *end() const { return dims + count; }
  friend bool operator==(const Shape &lhs, const Shape &rhs) {
    if (lhs.count != rhs.count)
      return false;
    for (int i = 0; i < lhs.count; ++i)
      if (!(lhs.dims[i] == rhs.dims[i]))
        return false;
    return true;
  }

private:
  Dim dims[maxRank];
  int count = 0;
};

struct InputSpec;

/// An element type. `f32({n, 784})` describes an input of an entry.
struct DType {
  enum Code : unsigned char { F64, F32, F16, BF16, I64, I32, U8, Bool };
  Code code;

  constexpr bool isFloat() const { return code <= BF16; }
  constexpr bool isInt() const { return code == I64 || code == I32 || code == U8; }
  /// f16 or bf16: computed in f32 and rounded once per op, as PyTorch does.
  constexpr bool isHalf() const { return code == F16 || code == BF16; }
  InputSpec operator()(const Shape &shape) const;
  friend constexpr bool operator==(DType lhs, DType rhs) { return lhs.code == rhs.code; }
};

inline constexpr DType f64{DType::F64}, f32{DType::F32}, f16{DType::F16}, bf16{DType::BF16},
    i64{DType::I64}, i32{DType::I32}, u8{DType::U8}, boolean{DType::Bool};

/// What an entry takes: `f32({n, 1, 28, 28})`, with a name `f32({n, 784}).named("image")`.
struct InputSpec {
  DType dtype;
  Shape shape;
  const char *name = nullptr;
  InputSpec named(const char *newName) const { return {dtype, shape, newName}; }
};
inline InputSpec DType::operator()(const Shape &shape) const { return {*this, shape, nullptr}; }

/// The dtype of parameters and of tensors made from numbers; f32 unless set. Set it before the
/// model is built, to trace the same model in f64 or in bf16.
void set_default_dtype(DType dtype);
DType get_default_dtype();
} // namespace dlc
#endif
