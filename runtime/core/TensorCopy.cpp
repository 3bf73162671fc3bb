//===- TensorCopy.cpp - writing through a view, and copies ----------------------------===//
#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"
#include <cstring>
#include <fmt/format.h>
#include <limits>

namespace dlc::rt {

//===- Who may be written -----------------------------------------------------===//

/// An expanded view: one place in memory is several elements.
static bool repeatsElements(const Tensor &x) {
  for (int64_t dim = 0; dim < x.dim(); ++dim)
    if (x.strides()[dim] == 0 && x.shape()[dim] > 1)
      return true;
  return false;
}

/// The places in the storage between the first and the last element.
static std::pair<int64_t, int64_t> extentOf(const Tensor &x) {
  int64_t last = x.storage_offset();
  for (int64_t dim = 0; dim < x.dim(); ++dim)
    last += (x.shape()[dim] - 1) * x.strides()[dim];
  int64_t size = int64_t(x.element_size());
  return {x.storage_offset() * size, (last + 1) * size};
}

static bool isSameView(const Tensor &x, const Tensor &y) {
  return x.is_alias_of(y) && x.dtype() == y.dtype() && x.shape() == y.shape() &&
         x.strides() == y.strides() && x.storage_offset() == y.storage_offset();
}

/// Both lie in one storage, and their ranges meet.
static bool mayOverlap(const Tensor &x, const Tensor &y) {
  if (!x.is_alias_of(y) || x.numel() == 0 || y.numel() == 0)
    return false;
  auto [xBegin, xEnd] = extentOf(x);
  auto [yBegin, yEnd] = extentOf(y);
  return xBegin < yEnd && yBegin < xEnd;
}

//===- copy_, fill_ -----------------------------------------------------------===//

static void copyElements(const Tensor &to, const Tensor &from) {
  bool sameOrder =
      to.strides() == from.strides() ? isDense(to) : to.is_contiguous() && from.is_contiguous();
  if (to.dtype() == from.dtype() && sameOrder) {
    if (to.numel())
      memcpy(to.data_ptr(), from.data_ptr(), to.nbytes());
    return;
  }
  withType(to.dtype(), [&](auto toType) {
    withType(from.dtype(), [&](auto fromType) {
      using To = decltype(toType);
      auto *target = static_cast<To *>(to.data_ptr());
      auto *source = static_cast<const decltype(fromType) *>(from.data_ptr());
      walk(to.shape(), to.strides(), from.strides(), [&](int64_t i, int64_t j) {
        target[i] = convertNumber<To>(source[j]);
        return true;
      });
    });
  });
}

const Tensor &Tensor::copy_(const Tensor &source) const {
  numel(); // an error for an undefined one
  Tensor from = source.expand(shape_);
  if (repeatsElements(*this))
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("`copy_` into {} with strides {}: more than one element of the "
                            "written-to tensor refers to a single memory location; hint: "
                            "`.clone()` the tensor before",
                            textOf(*this), shapeText(strides_)));
  if (isSameView(*this, from))
    return *this;
  if (mayOverlap(*this, from)) {
    if (isDense(*this) && isDense(from))
      throw Error(DLC_ERR_ARGUMENT,
                  fmt::format("`copy_` of {} into {} of one storage: some elements of the input "
                              "tensor and the written-to tensor refer to a single memory "
                              "location; hint: `.clone()` the source before",
                              textOf(source), textOf(*this)));
    from = from.clone(); // they may meet: every element is read before one is written
  }
  copyElements(*this, from);
  return *this;
}

/// An int that an int type cannot hold is a mistake; a float loses precision as always.
template <class T> static void checkFits(Scalar value, DType dtype) {
  if constexpr (std::is_integral_v<T> && !std::is_same_v<T, bool>) {
    double number = value.to<double>();
    if (!(number >= double(std::numeric_limits<T>::min()) &&
          number <= double(std::numeric_limits<T>::max())))
      throw Error(DLC_ERR_RANGE,
                  fmt::format("{} in a tensor of {}; it holds whole numbers from {} to {}", number,
                              dtypeName(dtype), +std::numeric_limits<T>::min(),
                              +std::numeric_limits<T>::max()));
  }
}

const Tensor &Tensor::fill_(Scalar value) const {
  numel();
  withType(dtype_, [&](auto type) {
    using T = decltype(type);
    checkFits<T>(value, dtype_);
    T number = value.to<T>();
    T *elements = static_cast<T *>(data_ptr());
    walk(shape_, strides_, strides_, [&](int64_t i, int64_t) {
      elements[i] = number;
      return true;
    });
  });
  return *this;
}

//===- Copies -----------------------------------------------------------------===//

/// A copy in memory of its own; strides that leave no gaps stay.
static Tensor copyAs(const Tensor &x, DType dtype) {
  x.numel(); // an error for an undefined one
  Tensor result = empty(x.shape(), dtype);
  if (isDense(x))
    result = Tensor(result.storage(), dtype, x.shape(), x.strides(), 0);
  copyElements(result, x);
  return result;
}

Tensor Tensor::clone() const { return copyAs(*this, dtype_); }
Tensor Tensor::to(DType dtype) const { return dtype == dtype_ ? *this : copyAs(*this, dtype); }
Tensor Tensor::to(Device) const { return *this; }

Tensor Tensor::contiguous() const {
  if (is_contiguous())
    return *this;
  Tensor result = empty(shape_, dtype_);
  copyElements(result, *this);
  return result;
}

} // namespace dlc::rt
