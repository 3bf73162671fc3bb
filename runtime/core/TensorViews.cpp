//===- TensorViews.cpp - the same storage under another shape -------------------------===//
#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"
#include <fmt/format.h>

namespace dlc::rt {

Tensor Tensor::viewAs(Shape shape, Shape strides, int64_t newOffset) const {
  return Tensor(storage_, dtype_, std::move(shape), std::move(strides), newOffset);
}

//===- view, reshape, flatten -------------------------------------------------===//

/// `shape` with the size that stands as -1.
static Shape inferSize(const char *op, const Tensor &x, Shape shape) {
  int64_t count = x.numel(), *unknown = nullptr;
  uint64_t known = 1; // may wrap: what a user asks for may be absurd
  for (int64_t &size : shape) {
    if (size < -1)
      throw Error(DLC_ERR_ARGUMENT, fmt::format("`{}` to shape {}; a size is not negative, and -1 "
                                                "stands for the one that follows from the others",
                                                op, shapeText(shape)));
    if (size == -1 && unknown)
      throw Error(DLC_ERR_ARGUMENT, fmt::format("`{}` to shape {}: only one dimension can be "
                                                "inferred",
                                                op, shapeText(shape)));
    if (size == -1)
      unknown = &size;
    else
      known *= uint64_t(size);
  }
  if (unknown && known == 0)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("`{}` to shape {}: beside a size of 0 the size at -1 "
                                              "can be any value and is ambiguous",
                                              op, shapeText(shape)));
  if (unknown ? uint64_t(count) % known != 0 : uint64_t(count) != known)
    throw Error(DLC_ERR_MISMATCH,
                fmt::format("`{}` of {}: shape {} is invalid for input of size {}", op, textOf(x),
                            shapeText(shape), count));
  if (unknown)
    *unknown = count / int64_t(known);
  return shape;
}

/// The strides under which the elements of `x`, in their order, have the shape; none if no such
/// strides exist. Dimensions that lie behind each other in memory are one run; a run may be cut,
/// but no new dimension may reach from one into the next.
static std::optional<Shape> stridesFor(const Tensor &x, const Shape &shape) {
  if (x.numel() == 0)
    return rowMajorStrides(shape);
  struct Run {
    int64_t size, stride;
  };
  std::vector<Run> runs; // the innermost first
  for (int64_t dim = x.dim() - 1; dim >= 0; --dim) {
    int64_t size = x.shape()[dim], stride = x.strides()[dim];
    if (size == 1)
      continue;
    if (!runs.empty() && stride == runs.back().size * runs.back().stride)
      runs.back().size *= size;
    else
      runs.push_back({size, stride});
  }
  Shape strides(shape.size());
  auto run = runs.begin();
  int64_t left = 1, stride = 1;
  for (size_t dim = shape.size(); dim-- > 0;) {
    if (shape[dim] != 1 && left == 1) {
      left = run->size;
      stride = run->stride;
      ++run;
    }
    strides[dim] = stride;
    if (left % shape[dim])
      return std::nullopt;
    left /= shape[dim];
    stride *= shape[dim];
  }
  return strides;
}

Tensor Tensor::view(const Shape &wanted) const {
  Shape shape = inferSize("view", *this, wanted);
  if (std::optional<Shape> strides = stridesFor(*this, shape))
    return viewAs(shape, *strides, offset);
  throw Error(DLC_ERR_ARGUMENT,
              fmt::format("`view` of {} with strides {} to shape {}: view size is not compatible "
                          "with input tensor's size and stride (at least one dimension spans "
                          "across two contiguous subspaces); hint: use .reshape(...) instead",
                          textOf(*this), shapeText(strides_), shapeText(shape)));
}

Tensor Tensor::reshape(const Shape &wanted) const {
  Shape shape = inferSize("reshape", *this, wanted);
  if (std::optional<Shape> strides = stridesFor(*this, shape))
    return viewAs(shape, *strides, offset);
  return contiguous().view(shape);
}

Tensor Tensor::flatten(int64_t start, int64_t end) const {
  start = wrapDim("flatten", start, dim());
  end = wrapDim("flatten", end, dim());
  if (start > end)
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("`flatten` from dimension {} to {}; the start does not come after the "
                            "end",
                            start, end));
  Shape shape(shape_.begin(), shape_.begin() + std::min(start, dim_));
  int64_t size = 1;
  for (int64_t dim = start; dim <= std::min(end, dim_ - 1); ++dim)
    size *= shape_[dim];
  shape.push_back(size);
  for (int64_t dim = end + 1; dim < dim_; ++dim)
    shape.push_back(shape_[dim]);
  return reshape(shape);
}

//===- Order and number of dimensions -----------------------------------------===//

Tensor Tensor::transpose(int64_t dim0, int64_t dim1) const {
  dim0 = wrapDim("transpose", dim0, dim_);
  dim1 = wrapDim("transpose", dim1, dim_);
  Shape shape = shape_, strides = strides_;
  if (dim_ > 0) {
    std::swap(shape[dim0], shape[dim1]);
    std::swap(strides[dim0], strides[dim1]);
  }
  return viewAs(shape, strides, offset);
}

Tensor Tensor::t() const {
  if (dim_ > 2)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("`t` of {}; it takes at most 2 dimensions, hint: "
                                              "transpose or permute",
                                              textOf(*this)));
  return dim_ == 2 ? transpose(0, 1) : viewAs(shape_, strides_, offset);
}

Tensor Tensor::permute(const Shape &dims) const {
  if (int64_t(dims.size()) != dim_)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("`permute` of {} with {} dimensions; it names each "
                                              "dimension once",
                                              textOf(*this), dims.size()));
  Shape shape, strides;
  std::vector<bool> seen(dims.size());
  for (int64_t named : dims) {
    int64_t dim = wrapDim("permute", named, dim_);
    if (seen[dim])
      throw Error(DLC_ERR_ARGUMENT, fmt::format("`permute` to {}: repeated dim {}; it names each "
                                                "dimension once",
                                                shapeText(dims), dim));
    seen[dim] = true;
    shape.push_back(shape_[dim]);
    strides.push_back(strides_[dim]);
  }
  return viewAs(shape, strides, offset);
}

Tensor Tensor::movedim(int64_t from, int64_t to) const {
  from = wrapDim("movedim", from, dim_);
  to = wrapDim("movedim", to, dim_);
  Shape dims;
  for (int64_t dim = 0; dim < dim_; ++dim)
    if (dim != from)
      dims.push_back(dim);
  if (dim_ > 0)
    dims.insert(dims.begin() + to, from);
  return permute(dims);
}

Tensor Tensor::squeeze() const {
  Shape shape, strides;
  for (size_t dim = 0; dim < shape_.size(); ++dim)
    if (shape_[dim] != 1) {
      shape.push_back(shape_[dim]);
      strides.push_back(strides_[dim]);
    }
  return viewAs(shape, strides, offset);
}

Tensor Tensor::squeeze(int64_t dim) const {
  dim = wrapDim("squeeze", dim, dim_);
  Shape shape = shape_, strides = strides_;
  if (dim_ > 0 && shape[dim] == 1) {
    shape.erase(shape.begin() + dim);
    strides.erase(strides.begin() + dim);
  }
  return viewAs(shape, strides, offset);
}

Tensor Tensor::unsqueeze(int64_t dim) const {
  dim = wrapDim("unsqueeze", dim, dim_ + 1);
  Shape shape = shape_, strides = strides_;
  int64_t stride = dim < dim_ ? shape[dim] * strides[dim] : 1;
  shape.insert(shape.begin() + dim, 1);
  strides.insert(strides.begin() + dim, stride);
  return viewAs(shape, strides, offset);
}

Tensor Tensor::expand(const Shape &wanted) const {
  int64_t rank = int64_t(wanted.size()), added = rank - dim_;
  if (added < 0)
    throw Error(DLC_ERR_MISMATCH, fmt::format("`expand` of {} to {}; the result has at least as "
                                              "many dimensions",
                                              textOf(*this), shapeText(wanted)));
  Shape shape = wanted, strides(wanted.size());
  for (int64_t dim = rank - 1; dim >= 0; --dim) {
    bool isNew = dim < added;
    int64_t size = isNew ? 1 : shape_[dim - added];
    if (shape[dim] == -1 && !isNew)
      shape[dim] = size;
    if (shape[dim] < 0)
      throw Error(DLC_ERR_ARGUMENT, fmt::format("`expand` of {} to {}; -1 keeps a size, a new "
                                                "dimension has none",
                                                textOf(*this), shapeText(wanted)));
    if (isNew)
      strides[dim] = dim + 1 < rank ? shape[dim + 1] * strides[dim + 1] : 1;
    else
      strides[dim] = strides_[dim - added];
    if (shape[dim] == size)
      continue;
    if (size != 1)
      throw Error(DLC_ERR_MISMATCH, fmt::format("`expand` of {} to {}: dimension {} has {} "
                                                "elements, only one element can be repeated",
                                                textOf(*this), shapeText(wanted), dim, size));
    strides[dim] = 0;
  }
  return viewAs(shape, strides, offset);
}

} // namespace dlc::rt
