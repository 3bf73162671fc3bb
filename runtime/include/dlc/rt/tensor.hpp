//===- tensor.hpp - a tensor of the program that runs -------------------------*- C++ -*-===//
//
// Numbers in memory with PyTorch's shape, strides, offset and views, for the host's side of a
// program: to make inputs, to look at results, to read and write files (tensor_io.hpp). It has no
// arithmetic; a compiled model computes.
//
//   using namespace dlc::runtime;
//   Tensor x = arange(12).reshape({3, 4});
//   Tensor column = x.index({Slice(), 1});       // the same storage: strides [4], offset 1
//   column.fill_(-1);                            // x sees it
//   print(x);
//
// A Tensor is a handle: copies of it and views share one storage, which lives as long as any of
// them. Names, argument orders and meanings are PyTorch's. Whatever cannot be done is an Error
// (error.hpp) that says the numbers and the rule.
//===-----------------------------------------------------------------------------------===//
#ifndef DLC_RT_TENSOR_HPP
#define DLC_RT_TENSOR_HPP
#include "dlc/rt/dtype.hpp"
#include "dlc/rt/error.hpp"
#include "dlc/rt/index.hpp"
#include <algorithm>
#include <functional>
#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

namespace dlc {
namespace rt {

/// Sizes or strides, one per dimension, or the numbers of dimensions.
using Shape = std::vector<int64_t>;

/// Where the numbers lie.
struct Device {
  enum Type { cpu } type = cpu;

  Device() = default;
  Device(Type type) : type(type) {}
  Device(const char *name); // "cpu"
  std::string str() const;
  bool operator==(const Device &) const = default;
};

/// One number of any element type.
class Scalar {
public:
  enum Kind { Real, Integer, Boolean };

  template <class T>
    requires std::is_same_v<T, bool> // bool itself: pointers convert to it
  Scalar(T value) : kind_(Boolean), integer(value), real(value) {}
  template <class T>
    requires(std::is_integral_v<T> && !std::is_same_v<T, bool>)
  Scalar(T value) : kind_(Integer), integer(int64_t(value)), real(double(value)) {}
  template <class T>
    requires(std::is_floating_point_v<T> || std::is_same_v<T, Half> || std::is_same_v<T, BFloat16>)
  Scalar(T value) : kind_(Real), integer(0), real(double(value)) {}

  Kind kind() const { return kind_; }
  /// i64, f32 or bool: what PyTorch makes of a Python number.
  DType dtype() const { return kind_ == Real ? f32 : kind_ == Integer ? i64 : boolean; }
  template <class T> T to() const {
    return kind_ == Real ? convertNumber<T>(real) : convertNumber<T>(integer);
  }

private:
  Kind kind_;
  int64_t integer;
  double real;
};

/// Bytes that tensors share. Whoever made them frees them when the last tensor is gone.
class Storage {
public:
  Storage() = default;
  explicit Storage(size_t bytes); // not initialised, aligned to 64 bytes
  Storage(void *data, size_t bytes, std::function<void(void *)> release);

  void *data() const { return bytes_.get(); }
  size_t nbytes() const { return size; }
  long use_count() const { return bytes_.use_count(); }

private:
  std::shared_ptr<void> bytes_;
  size_t size = 0;
};

class Tensor {
public:
  Tensor() = default; // undefined: using it is an error
  /// A view into `storage`; strides and offset count elements.
  Tensor(Storage storage, DType dtype, Shape shape, Shape strides, int64_t offset);

  bool defined() const { return dim_ >= 0; }
  int64_t dim() const { return dim_; }
  const Shape &shape() const { return shape_; }
  int64_t size(int64_t dim) const;
  const Shape &strides() const { return strides_; }
  int64_t stride(int64_t dim) const;
  int64_t storage_offset() const { return offset; }
  const Storage &storage() const { return storage_; }
  int64_t numel() const;
  DType dtype() const { return dtype_; }
  Device device() const { return Device::cpu; }
  size_t element_size() const;
  size_t nbytes() const { return size_t(numel()) * element_size(); }
  /// Row-major without gaps.
  bool is_contiguous() const;
  bool is_alias_of(const Tensor &other) const { // the same storage
    return storage_.data() && storage_.data() == other.storage_.data();
  }

  /// The first element. T must be the tensor's own element type.
  void *data_ptr() const;
  template <class T> T *data() const {
    expectDtype(dtypeOf<T>());
    return static_cast<T *>(data_ptr());
  }
  /// The element at these positions, to read or to write; T is the tensor's own element type.
  template <class T> T &at(std::initializer_list<int64_t> position) const {
    expectDtype(dtypeOf<T>());
    return *static_cast<T *>(elementAt(position.begin(), position.size()));
  }
  /// The only element of a tensor that has one.
  Scalar item() const;
  template <class T> T item() const { return item().to<T>(); }

  // Views: the same storage under another shape.
  Tensor view(const Shape &shape) const; // one size may be -1
  Tensor transpose(int64_t dim0, int64_t dim1) const;
  Tensor t() const;
  Tensor permute(const Shape &dims) const;
  Tensor movedim(int64_t from, int64_t to) const;
  Tensor squeeze() const;
  Tensor squeeze(int64_t dim) const;
  Tensor unsqueeze(int64_t dim) const;
  Tensor expand(const Shape &shape) const; // -1 keeps a size; repeated elements have stride 0
  Tensor slice(int64_t dim, std::optional<int64_t> start = None, std::optional<int64_t> stop = None,
               int64_t step = 1) const;
  Tensor select(int64_t dim, int64_t index) const;
  Tensor narrow(int64_t dim, int64_t start, int64_t length) const;
  Tensor diagonal(int64_t offset = 0, int64_t dim1 = 0, int64_t dim2 = 1) const;
  Tensor unfold(int64_t dim, int64_t size, int64_t step) const;
  Tensor as_strided(const Shape &shape, const Shape &strides,
                    std::optional<int64_t> offset = None) const;
  Tensor operator[](int64_t index) const { return select(0, index); }
  /// Pieces of `size` elements, the last one of what is left; so many pieces, as equal as that
  /// allows; every element by itself.
  std::vector<Tensor> split(int64_t size, int64_t dim = 0) const;
  std::vector<Tensor> chunk(int64_t chunks, int64_t dim = 0) const;
  std::vector<Tensor> unbind(int64_t dim = 0) const;
  Tensor index(std::initializer_list<Index> indices) const;

  // Views where the strides permit it, copies elsewhere.
  Tensor reshape(const Shape &shape) const;
  Tensor flatten(int64_t start_dim = 0, int64_t end_dim = -1) const;
  Tensor contiguous() const;
  Tensor to(DType dtype) const;
  Tensor to(Device device) const;

  Tensor clone() const; // a copy of its own; keeps strides that leave no gaps
  /// Writes `source`, which broadcasts to this shape and converts to this dtype, through the view.
  const Tensor &copy_(const Tensor &source) const;
  const Tensor &fill_(Scalar value) const;
  const Tensor &zero_() const { return fill_(0); }

  /// What PyTorch prints: "tensor([1., 2.])".
  std::string str() const;

private:
  void expectDtype(DType wanted) const;
  void *elementAt(const int64_t *position, size_t count) const;
  Tensor viewAs(Shape shape, Shape strides, int64_t newOffset) const;

  Storage storage_;
  Shape shape_, strides_;
  int64_t offset = 0, dim_ = -1;
  DType dtype_ = f32;
};

Tensor empty(const Shape &shape, DType dtype = f32);
Tensor zeros(const Shape &shape, DType dtype = f32);
Tensor ones(const Shape &shape, DType dtype = f32);
Tensor empty_like(const Tensor &x);
Tensor zeros_like(const Tensor &x);
Tensor ones_like(const Tensor &x);
Tensor full_like(const Tensor &x, Scalar value);
Tensor full(const Shape &shape, Scalar value); // i64, f32 or bool, as the value is
Tensor full(const Shape &shape, Scalar value, DType dtype);
/// From `start` up to, without, `end`. i64 if all are whole numbers, else f32.
Tensor arange(Scalar end);
Tensor arange(Scalar start, Scalar end, Scalar step = 1);
Tensor arange(Scalar start, Scalar end, Scalar step, DType dtype);
/// `steps` numbers at equal distances, `start` and `end` among them.
Tensor linspace(Scalar start, Scalar end, int64_t steps, DType dtype = f32);
Tensor eye(int64_t rows, DType dtype = f32);
Tensor eye(int64_t rows, int64_t columns, DType dtype = f32);

/// Numbers in nested braces: tensor({{1, 2}, {3, 4}}).
class Nested {
public:
  template <class T>
    requires std::is_constructible_v<Scalar, T>
  Nested(T number) : number(number), isNumber(true) {}
  Nested(std::initializer_list<Nested> parts) : parts(parts) {}

  Scalar number = 0;
  std::vector<Nested> parts;
  bool isNumber = false;
};
/// i64 if all numbers are whole, bool if all are bools, else f32.
Tensor tensor(const Nested &numbers);
Tensor tensor(const Nested &numbers, DType dtype);
/// One dimension, a copy of the numbers.
template <class T> Tensor tensor(const std::vector<T> &numbers) {
  Tensor result = empty({int64_t(numbers.size())}, dtypeOf<T>());
  std::copy(numbers.begin(), numbers.end(), result.template data<T>());
  return result;
}

/// Memory of somebody else without a copy. `release` is called when no tensor needs it any more;
/// without it the memory must outlive all of them.
Tensor from_blob(void *data, const Shape &shape, DType dtype = f32,
                 std::function<void(void *)> release = nullptr);
Tensor from_blob(void *data, const Shape &shape, const Shape &strides, DType dtype = f32,
                 std::function<void(void *)> release = nullptr);

/// Copies of the tensors behind each other along a dimension, or along a new one.
Tensor cat(const std::vector<Tensor> &tensors, int64_t dim = 0);
Tensor stack(const std::vector<Tensor> &tensors, int64_t dim = 0);

/// Same shape and same numbers; NaN equals nothing.
bool equal(const Tensor &x, const Tensor &y);
/// |x - y| <= atol + rtol * |y| everywhere; shapes broadcast.
bool allclose(const Tensor &x, const Tensor &y, double rtol = 1e-5, double atol = 1e-8,
              bool equal_nan = false);

/// A line on standard output, as Python's print.
void print(const Tensor &x);
void print(const char *label, const Tensor &x);

template <class Stream>
auto operator<<(Stream &stream, const Tensor &x) -> decltype(stream << std::string()) {
  return stream << x.str();
}

} // namespace rt

/// The Tensor of the program that runs; dlc::Tensor is one of the trace.
namespace runtime = rt;
} // namespace dlc
#endif
