//===- tensor.h - a value of the trace --------------------------*- C++ -*-===//
// A Tensor names one value of the program being traced: immutable, two words cheap, and without
// numbers, since the program runs later. Operations are methods and free functions alike; ops.h
// says what each does.
#ifndef DLC_TENSOR_H
#define DLC_TENSOR_H
#include "dlc/shape.h"

namespace dlc {
class Operand;
class Tensor;
struct Padded;
struct Ranked;

enum class Reduction { none, mean, sum };

/// One number for height and width, or `{height, width}`.
struct Pair {
  Pair(int both) : height(both), width(both) {}
  Pair(long both) : height(both), width(both) {}
  Pair(long long both) : height(both), width(both) {}
  Pair(Int height, Int width) : height(height), width(width) {}
  Int height, width;
};

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

  DType dtype() const;
  Shape shape() const;
  Dim size(int dim) const;
  int dim() const; // the rank, as in PyTorch
  Dim numel() const;
  bool defined() const { return id != 0; }

  // A compound assignment binds the name to a new value; no other name sees it.
  Tensor &operator+=(const Operand &rhs);
  Tensor &operator-=(const Operand &rhs);
  Tensor &operator*=(const Operand &rhs);
  Tensor &operator/=(const Operand &rhs);

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

  Tensor reshape(const Shape &shape) const;
  template <detail::DimLike... D> Tensor reshape(D... sizes) const {
    return reshape(Shape{Dim(sizes)...});
  }
  Tensor view(const Shape &shape) const { return reshape(shape); }
  template <detail::DimLike... D> Tensor view(D... sizes) const {
    return reshape(Shape{Dim(sizes)...});
  }
  Tensor expand(const Shape &shape) const;
  template <detail::DimLike... D> Tensor expand(D... sizes) const {
    return expand(Shape{Dim(sizes)...});
  }
  Tensor flatten(int start = 0, int end = -1) const;
  Tensor permute(const Dims &dims) const;
  template <class... D>
    requires(sizeof...(D) > 1)
  Tensor permute(D... dims) const {
    return permute(Dims{int(dims)...});
  }
  Tensor transpose(int dim0, int dim1) const;
  Tensor t() const;
  Tensor unsqueeze(int dim) const;
  Tensor squeeze(int dim) const;
  Tensor flip(const Dims &dims) const;
  Tensor narrow(int dim, Int start, Int length) const;
  Tensor select(int dim, Int index) const;
  Tensor operator[](Int index) const { return select(0, index); }
  Tensor operator[](const Tensor &index) const; // indices; of a mask there is masked_select
  Tensor contiguous() const { return *this; }   // layouts are the compiler's

  Tensor gather(int dim, const Tensor &index) const;
  Tensor take_along_dim(const Tensor &indices, int dim) const;
  Tensor take(const Tensor &indices) const;
  Tensor index_select(int dim, const Tensor &index) const;
  Tensor index(std::initializer_list<Tensor> indices) const;
  Tensor scatter(int dim, const Tensor &index, const Operand &src) const;
  Tensor scatter_add(int dim, const Tensor &index, const Tensor &src) const;
  Tensor scatter_reduce(int dim, const Tensor &index, const Tensor &src, const char *reduce,
                        bool include_self = true) const;
  Tensor index_add(int dim, const Tensor &index, const Tensor &source, double alpha = 1) const;
  Tensor index_copy(int dim, const Tensor &index, const Tensor &source) const;
  Tensor index_fill(int dim, const Tensor &index, const Operand &value) const;
  Tensor index_put(std::initializer_list<Tensor> indices, const Operand &values,
                   bool accumulate = false) const;
  Tensor masked_fill(const Tensor &mask, const Operand &value) const;
  Tensor masked_scatter(const Tensor &mask, const Tensor &source) const;
  Padded masked_select(const Tensor &mask) const;
  Padded nonzero() const;
  Tensor bincount(Int bins) const;
  Tensor histc(Int bins, double min, double max) const;
  Tensor cumsum(int dim) const;
  Tensor cumprod(int dim) const;
  Tensor logcumsumexp(int dim) const;
  Ranked cummax(int dim) const;
  Ranked cummin(int dim) const;
  Ranked sort(int dim = -1, bool descending = false) const;
  Tensor argsort(int dim = -1, bool descending = false) const;
  Tensor msort() const;
  Ranked topk(Int k, int dim = -1, bool largest = true) const;
  Ranked kthvalue(Int k, int dim = -1, bool keepdim = false) const;

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
#undef DLC_NOT_IN_PLACE

protected:
  explicit Tensor(detail::Id id) : id(id.number) {}
  [[noreturn]] void detailItem() const;
  int id = 0; // above 0: a value of the trace; below: a parameter, buffer or other state
  friend struct Handle;
};

/// As many values as there can be at most; the first `count` (i64, 0-d) are there, others are 0.
struct Padded {
  Tensor values, count;
};

/// Elements in some order, and the indices they had along the dimension.
struct Ranked {
  Tensor values, indices;
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
#endif
