//===- tensor.h - a value of the trace --------------------------*- C++ -*-===//
// A Tensor names one value of the program being traced: immutable, two words cheap, and without
// numbers, since the program runs later. Operations are methods and free functions alike; ops.h
// says what each does.
#ifndef DLC_TENSOR_H
#define DLC_TENSOR_H
#include "dlc/shape.h"

namespace dlc {
class Index;
class Operand;
class Tensor;
class TensorList;

enum class Reduction { none, mean, sum };

/// A number for each of N spatial dims: one for all of them, or `{height, width}`.
template <int N> class PerDim {
public:
  PerDim(int all) : PerDim(Int(all)) {}
  PerDim(long all) : PerDim(Int(all)) {}
  PerDim(Int all) {
    for (Int &value : values)
      value = all;
  }
  template <class... T>
    requires(N > 1 && sizeof...(T) == N)
  PerDim(T... each) : values{Int(each)...} {}
  Int operator[](int i) const { return values[i]; }
  const Int *begin() const { return values; }
  const Int *end() const { return values + N; }

private:
  Int values[N];
};
using Single = PerDim<1>;
using Pair = PerDim<2>;
using Triple = PerDim<3>;

/// Dimensions of a tensor by number; negative ones count from the end. `{}` is all of them.
class Dims {
public:
  Dims() = default;
  Dims(int dim) : dims{dim}, count(1) {}
  Dims(std::initializer_list<int> list) {
    for (int dim : list) {
      if (count == Shape::maxRank)
        detail::tooManyDims(list.size());
      dims[count++] = dim;
    }
  }
  int size() const { return count; }
  int operator[](int i) const { return dims[i]; }
  const int *begin() const { return dims; }
  const int *end() const { return dims + count; }

private:
  int dims[Shape::maxRank] = {};
  int count = 0;
};

namespace detail {
template <class...> inline constexpr bool never = false;

/// Not int: a Tensor is never made from a number by accident.
struct Id {
  int number;
};

template <class D>
concept DimLike = requires(D size) { Dim(size); };
} // namespace detail

class Tensor {
public:
  Tensor() = default; // undefined; using it is an error
  Tensor(const Tensor &) = default;
  Tensor &operator=(const Tensor &) & = default; // binds the name to another value

  DType dtype() const;
  Shape shape() const;
  Dim size(int dim) const;
  int dim() const; // the rank, as in PyTorch
  Dim numel() const;
  bool defined() const { return id != 0; }

  // A compound assignment binds the name to a new value; no other name sees it.
  Tensor &operator+=(const Operand &rhs) &;
  Tensor &operator-=(const Operand &rhs) &;
  Tensor &operator*=(const Operand &rhs) &;
  Tensor &operator/=(const Operand &rhs) &;

  Tensor exp() const;
  Tensor log() const;
  Tensor sqrt() const;
  Tensor rsqrt() const;
  Tensor square() const;
  Tensor reciprocal() const;
  Tensor tanh() const;
  Tensor abs() const;
  Tensor relu() const;
  Tensor sigmoid() const;
  Tensor pow(const Operand &exponent) const;
  Tensor clamp(const Operand &low, const Operand &high) const;
  Tensor maximum(const Operand &other) const;
  Tensor minimum(const Operand &other) const;
  Tensor eq(const Operand &other) const;
  Tensor ne(const Operand &other) const;
  Tensor lt(const Operand &other) const;
  Tensor le(const Operand &other) const;
  Tensor gt(const Operand &other) const;
  Tensor ge(const Operand &other) const;

  Tensor sum(const Dims &dims = {}, bool keepdim = false) const;
  Tensor mean(const Dims &dims = {}, bool keepdim = false) const;
  Tensor amax(const Dims &dims = {}, bool keepdim = false) const;
  Tensor amin(const Dims &dims = {}, bool keepdim = false) const;
  Tensor argmax() const;
  Tensor argmax(int dim, bool keepdim = false) const;
  Tensor softmax(int dim) const;
  Tensor log_softmax(int dim) const;

  Tensor matmul(const Tensor &other) const;
  Tensor mm(const Tensor &other) const { return matmul(other); }
  Tensor max_pool2d(Pair kernel) const;
  Tensor max_pool2d(Pair kernel, Pair stride, Pair padding = 0, Pair dilation = 1) const;

  // Other shapes of the same elements, parts of a tensor: ops/shape.h.
  Tensor reshape(const Shape &shape) const;
  template <detail::DimLike... D> Tensor reshape(D... sizes) const {
    return reshape(Shape{Dim(sizes)...});
  }
  Tensor view(const Shape &shape) const { return reshape(shape); }
  template <detail::DimLike... D> Tensor view(D... sizes) const {
    return reshape(Shape{Dim(sizes)...});
  }
  Tensor view_as(const Tensor &other) const { return reshape(other.shape()); }
  Tensor reshape_as(const Tensor &other) const { return reshape(other.shape()); }
  Tensor expand(const Shape &shape) const;
  template <detail::DimLike... D> Tensor expand(D... sizes) const {
    return expand(Shape{Dim(sizes)...});
  }
  Tensor expand_as(const Tensor &other) const { return expand(other.shape()); }
  Tensor broadcast_to(const Shape &shape) const { return expand(shape); }
  Tensor repeat(const Shape &times) const;
  template <detail::DimLike... D> Tensor repeat(D... times) const {
    return repeat(Shape{Dim(times)...});
  }
  Tensor tile(const Shape &times) const;
  Tensor repeat_interleave(Int times) const;
  Tensor repeat_interleave(Int times, int dim) const;
  Tensor flatten(int start = 0, int end = -1) const;
  Tensor ravel() const { return flatten(); }
  Tensor unflatten(int dim, const Shape &sizes) const;
  Tensor permute(const Dims &dims) const;
  template <class... D>
    requires(sizeof...(D) > 1)
  Tensor permute(D... dims) const {
    return permute(Dims{int(dims)...});
  }
  Tensor transpose(int dim0, int dim1) const;
  Tensor swapaxes(int dim0, int dim1) const { return transpose(dim0, dim1); }
  Tensor swapdims(int dim0, int dim1) const { return transpose(dim0, dim1); }
  Tensor movedim(const Dims &from, const Dims &to) const;
  Tensor moveaxis(const Dims &from, const Dims &to) const { return movedim(from, to); }
  Tensor t() const;
  Tensor unsqueeze(int dim) const;
  Tensor squeeze(const Dims &dims = {}) const;
  Tensor flip(const Dims &dims) const;
  Tensor roll(const Dims &shifts, const Dims &dims = {}) const;
  Tensor narrow(int dim, Int start, Int length) const;
  Tensor select(int dim, Int index) const;
  Tensor tril(Int diagonal = 0) const;
  Tensor triu(Int diagonal = 0) const;
  Tensor diagonal(Int offset = 0, int dim1 = 0, int dim2 = 1) const;
  Tensor diag(Int diagonal = 0) const;
  Tensor unfold(int dim, Int size, Int step) const;
  TensorList split(Int size, int dim = 0) const;
  TensorList split(std::initializer_list<Int> sizes, int dim = 0) const;
  TensorList chunk(Int chunks, int dim = 0) const;
  TensorList unbind(int dim = 0) const;
  Tensor contiguous() const { return *this; } // layouts are the compiler's

  /// `x[i]`, `x[Slice(1, 5)]`: one index, for the first dim. More of them: `x(0, Slice(1, 5))`.
  Tensor operator[](const Index &at) const;
  /// An index a dim, from the first: numbers, Slice, Ellipsis, None. `x(Ellipsis, -1)` is
  /// Python's `x[..., -1]`, and so is `x.index({Ellipsis, -1})`.
  template <class... I>
    requires(sizeof...(I) > 0)
  Tensor operator()(const I &...at) const {
    return index({Index(at)...});
  }
  Tensor index(std::initializer_list<Index> at) const;

  Tensor to(DType dtype) const;
  Tensor to(const char *device) const; // accepted: the target of the compilation decides
  Tensor detach() const;
  Tensor clone() const; // the value as it is now, whatever is written to a parameter later

  /// Gradients of this loss for every parameter that this entry has read so far, added to
  /// `.grad()`.
  void backward() const;

  // What needs numbers is an error that says what to write instead.
  template <class T = double> T item() const {
    detailItem();
    return T();
  }
  explicit operator bool() const;

  // What would write in place does not exist.
#define DLC_NOT_IN_PLACE(name, instead)                                                            \
  template <class... T> Tensor &name(T &&...) {                                                    \
    static_assert(detail::never<T...>, "a Tensor of the trace is immutable: write " instead);      \
    return *this;                                                                                  \
  }
  DLC_NOT_IN_PLACE(add_, "`x += y`, which binds x to a new value")
  DLC_NOT_IN_PLACE(sub_, "`x -= y`, which binds x to a new value")
  DLC_NOT_IN_PLACE(mul_, "`x *= y`, which binds x to a new value")
  DLC_NOT_IN_PLACE(div_, "`x /= y`, which binds x to a new value")
  DLC_NOT_IN_PLACE(relu_, "`x = x.relu()`")
  DLC_NOT_IN_PLACE(exp_, "`x = x.exp()`")
  DLC_NOT_IN_PLACE(clamp_, "`x = x.clamp(low, high)`")
  DLC_NOT_IN_PLACE(fill_, "`x = full(x.shape(), value)`")
  DLC_NOT_IN_PLACE(zero_, "`x = zeros(x.shape())`")
  DLC_NOT_IN_PLACE(copy_, "`x = y`; a Parameter or Buffer has copy_")
  DLC_NOT_IN_PLACE(masked_fill_, "`x = where(mask, value, x)`")
  DLC_NOT_IN_PLACE(index_put_, "`x = where(mask, value, x)`, or `cat` of the parts")
#undef DLC_NOT_IN_PLACE

  // Nor does writing to a part.
#define DLC_NOT_A_PLACE(op)                                                                        \
  template <class T> Tensor &operator op(const T &) && {                                           \
    static_assert(                                                                                 \
        detail::never<T>,                                                                          \
        "a part of a Tensor is a value of its own, and nothing is written through it: "            \
        "write `x = where(mask, value, x)`, or `x = cat({before, value, behind}, dim)`");          \
    return *this;                                                                                  \
  }
  DLC_NOT_A_PLACE(=)
  DLC_NOT_A_PLACE(+=)
  DLC_NOT_A_PLACE(-=)
  DLC_NOT_A_PLACE(*=)
  DLC_NOT_A_PLACE(/=)
#undef DLC_NOT_A_PLACE

protected:
  explicit Tensor(detail::Id id) : id(id.number) {}
  [[noreturn]] void detailItem() const;
  int id = 0; // above 0: a value of the trace; below: a parameter, buffer or other state
  friend struct Handle;
};

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
Tensor operator&(const Tensor &lhs, const Tensor &rhs); // of masks
Tensor operator|(const Tensor &lhs, const Tensor &rhs);
Tensor operator~(const Tensor &mask);
} // namespace dlc

#include "dlc/index.h"
#include "dlc/tensor_list.h"
#endif
