//===- Tensor.cpp - storage, shape and single elements --------------------------------===//
#include "dlc/rt/tensor.hpp"
#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"
#include <cstring>
#include <fmt/format.h>
#include <new>
#include <numeric>

namespace dlc::rt {

Device::Device(const char *name) {
  if (strcmp(name, "cpu"))
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("there is no device '{}' for tensors of the host; hint: 'cpu' is the "
                            "only one, a compiled model computes on the target it was made for",
                            name));
}

std::string Device::str() const { return "cpu"; }

//===- Storage ----------------------------------------------------------------===//

Storage::Storage(size_t bytes) : size(bytes) {
  constexpr std::align_val_t alignment{64};
  void *data = ::operator new(bytes, alignment, std::nothrow);
  if (!data)
    throw Error(DLC_ERR_MEMORY, fmt::format("no memory for a tensor of {}", bytesText(bytes)));
  bytes_ = std::shared_ptr<void>(data, [](void *p) { ::operator delete(p, std::align_val_t{64}); });
}

Storage::Storage(void *data, size_t bytes, std::function<void(void *)> release) : size(bytes) {
  if (release)
    bytes_ = std::shared_ptr<void>(data, std::move(release));
  else
    bytes_ = std::shared_ptr<void>(data, [](void *) {});
}

//===- Shapes and strides -----------------------------------------------------===//

int64_t countOf(const Shape &shape, DType dtype) {
  int64_t count = 1;
  bool isEmpty = false;
  for (int64_t size : shape) {
    if (size < 0)
      throw Error(DLC_ERR_ARGUMENT,
                  fmt::format("a tensor of shape {}; a size is not negative", shapeText(shape)));
    isEmpty |= size == 0;
  }
  if (isEmpty)
    return 0;
  for (int64_t size : shape)
    if (__builtin_mul_overflow(count, size, &count) || count > INT64_MAX / 8)
      throw Error(DLC_ERR_ARGUMENT, fmt::format("a tensor {} has more elements than any memory",
                                                tensorText(dtype, shape)));
  return count;
}

Shape rowMajorStrides(const Shape &shape) {
  Shape strides(shape.size());
  int64_t stride = 1;
  for (size_t dim = shape.size(); dim-- > 0;) {
    strides[dim] = stride;
    stride *= std::max<int64_t>(shape[dim], 1);
  }
  return strides;
}

bool isDense(const Tensor &x) {
  std::vector<size_t> order(size_t(x.dim()));
  std::iota(order.begin(), order.end(), size_t{0});
  std::sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return std::pair(x.strides()[a], a) < std::pair(x.strides()[b], b);
  });
  int64_t stride = 1;
  for (size_t dim : order) {
    if (x.shape()[dim] == 1)
      continue;
    if (x.strides()[dim] != stride)
      return false;
    stride *= x.shape()[dim];
  }
  return true;
}

int64_t wrapDim(const char *op, int64_t dim, int64_t rank) {
  int64_t dims = std::max<int64_t>(rank, 1);
  if (dim < -dims || dim >= dims)
    throw Error(DLC_ERR_RANGE, fmt::format("`{}` of dimension {} of a tensor with {} dimensions; "
                                           "it lies between {} and {}",
                                           op, dim, rank, -dims, dims - 1));
  return dim < 0 ? dim + dims : dim;
}

std::string textOf(const Tensor &x) { return tensorText(x.dtype(), x.shape()); }

//===- Tensor -----------------------------------------------------------------===//

Tensor::Tensor(Storage storage, DType dtype, Shape shape, Shape strides, int64_t offset)
    : storage_(std::move(storage)), shape_(std::move(shape)), strides_(std::move(strides)),
      offset(offset), dim_(int64_t(shape_.size())), dtype_(dtype) {
  if (strides_.size() != shape_.size())
    throw Error(DLC_ERR_ARGUMENT, fmt::format("strides {} for the shape {}; there is one for each "
                                              "dimension",
                                              shapeText(strides_), shapeText(shape_)));
  int64_t last = offset;
  for (size_t i = 0; i < shape_.size(); ++i) {
    if (strides_[i] < 0)
      throw Error(DLC_ERR_ARGUMENT,
                  fmt::format("strides {}; a stride is not negative, hint: copy the elements in "
                              "their new order",
                              shapeText(strides_)));
    last += (shape_[i] - 1) * strides_[i];
  }
  int64_t elements = int64_t(storage_.nbytes() / dtypeSize(dtype));
  if (countOf(shape_, dtype) && (offset < 0 || last >= elements))
    throw Error(DLC_ERR_RANGE,
                fmt::format("shape {} with strides {} and offset {} reaches to element {} of a "
                            "storage of {} elements",
                            shapeText(shape_), shapeText(strides_), offset, last, elements));
}

int64_t Tensor::numel() const {
  if (!defined())
    throw Error(DLC_ERR_ARGUMENT, "a tensor is used that was never given a value");
  return countOf(shape_, dtype_);
}

int64_t Tensor::size(int64_t dim) const {
  if (dim_ < 1)
    throw Error(DLC_ERR_RANGE, fmt::format("size {} of a tensor without dimensions", dim));
  return shape_[wrapDim("size", dim, dim_)];
}

int64_t Tensor::stride(int64_t dim) const {
  if (dim_ < 1)
    throw Error(DLC_ERR_RANGE, fmt::format("stride {} of a tensor without dimensions", dim));
  return strides_[wrapDim("stride", dim, dim_)];
}

size_t Tensor::element_size() const { return dtypeSize(dtype_); }

bool Tensor::is_contiguous() const {
  if (numel() == 0)
    return true;
  int64_t stride = 1;
  for (size_t dim = shape_.size(); dim-- > 0;) {
    if (shape_[dim] != 1 && strides_[dim] != stride)
      return false;
    stride *= shape_[dim];
  }
  return true;
}

void *Tensor::data_ptr() const {
  if (numel() == 0)
    return storage_.data();
  return static_cast<char *>(storage_.data()) + size_t(offset) * element_size();
}

void Tensor::expectDtype(DType wanted) const {
  if (dtype_ != wanted)
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("the elements of {} are read as {}; hint: `.to({})` converts them",
                            textOf(*this), dtypeName(wanted), dtypeName(wanted)));
}

void *Tensor::elementAt(const int64_t *position, size_t count) const {
  if (count != shape_.size())
    throw Error(DLC_ERR_ARGUMENT, fmt::format("`at` with {} indices into {}; it takes one for each "
                                              "dimension",
                                              count, textOf(*this)));
  int64_t at = 0;
  for (size_t dim = 0; dim < count; ++dim) {
    int64_t index = position[dim], size = shape_[dim];
    if (index < -size || index >= size)
      throw Error(
          DLC_ERR_RANGE,
          fmt::format("index {} is out of bounds for dimension {} with size {}", index, dim, size));
    at += (index < 0 ? index + size : index) * strides_[dim];
  }
  return static_cast<char *>(data_ptr()) + size_t(at) * element_size();
}

Scalar numberAt(const Tensor &x, int64_t offset) {
  return withType(x.dtype(), [&](auto type) {
    return Scalar(static_cast<const decltype(type) *>(x.data_ptr())[offset]);
  });
}

Scalar Tensor::item() const {
  if (numel() != 1)
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("`item` of {}; only a tensor of one element is a number, hint: index "
                            "it, or `at`",
                            textOf(*this)));
  return numberAt(*this, 0);
}

} // namespace dlc::rt
