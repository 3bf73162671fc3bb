//===- TensorSlices.cpp - views of some of the elements -------------------------------===//
#include "runtime/core/Elements.h"
#include <fmt/format.h>

namespace dlc::rt {

/// A dimension to cut: a 0-d tensor has none.
static int64_t dimToCut(const char *op, int64_t dim, const Tensor &x) {
  x.numel();
  if (x.dim() == 0)
    throw Error(DLC_ERR_RANGE, fmt::format("`{}` of a tensor without dimensions", op));
  return wrapDim(op, dim, x.dim());
}

Tensor Tensor::slice(int64_t dim, std::optional<int64_t> start, std::optional<int64_t> stop,
                     int64_t step) const {
  dim = dimToCut("slice", dim, *this);
  if (step <= 0)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("`slice` by {}: slice step must be positive", step));
  int64_t size = shape_[dim];
  auto place = [&](std::optional<int64_t> position, int64_t otherwise) {
    int64_t at = position.value_or(otherwise);
    return std::clamp<int64_t>(at < 0 ? at + size : at, 0, size);
  };
  int64_t from = place(start, 0), to = std::max(place(stop, size), from);
  Shape shape = shape_, strides = strides_;
  shape[dim] = (to - from + step - 1) / step;
  strides[dim] *= step;
  return viewAs(shape, strides, offset + from * strides_[dim]);
}

Tensor Tensor::select(int64_t dim, int64_t index) const {
  dim = dimToCut("select", dim, *this);
  int64_t size = shape_[dim];
  if (index < -size || index >= size)
    throw Error(DLC_ERR_RANGE, fmt::format("index {} is out of bounds for dimension {} with size "
                                           "{}",
                                           index, dim, size));
  Shape shape = shape_, strides = strides_;
  shape.erase(shape.begin() + dim);
  strides.erase(strides.begin() + dim);
  return viewAs(shape, strides, offset + (index < 0 ? index + size : index) * strides_[dim]);
}

Tensor Tensor::narrow(int64_t dim, int64_t start, int64_t length) const {
  dim = dimToCut("narrow", dim, *this);
  int64_t size = shape_[dim], from = start < 0 ? start + size : start;
  if (from < 0 || length < 0 || from > size || length > size - from)
    throw Error(DLC_ERR_RANGE,
                fmt::format("`narrow` to {} elements from {} of dimension {} with size {}; they "
                            "lie inside it",
                            length, start, dim, size));
  return slice(dim, from, from + length);
}

Tensor Tensor::diagonal(int64_t diagonal, int64_t dim1, int64_t dim2) const {
  dim1 = dimToCut("diagonal", dim1, *this);
  dim2 = dimToCut("diagonal", dim2, *this);
  if (dim1 == dim2)
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("`diagonal` along dimension {} twice; it takes two dimensions", dim1));
  int64_t rows = shape_[dim1], columns = shape_[dim2], size, shift;
  if (diagonal >= 0) {
    size = std::min(rows, columns - diagonal);
    shift = diagonal * strides_[dim2];
  } else {
    size = std::min(rows + diagonal, columns);
    shift = -diagonal * strides_[dim1];
  }
  Shape shape, strides;
  for (int64_t dim = 0; dim < dim_; ++dim)
    if (dim != dim1 && dim != dim2) {
      shape.push_back(shape_[dim]);
      strides.push_back(strides_[dim]);
    }
  shape.push_back(std::max<int64_t>(size, 0));
  strides.push_back(strides_[dim1] + strides_[dim2]);
  return viewAs(shape, strides, size > 0 ? offset + shift : offset);
}

Tensor Tensor::unfold(int64_t dim, int64_t size, int64_t step) const {
  dim = dimToCut("unfold", dim, *this);
  if (size < 0 || size > shape_[dim] || step <= 0)
    throw Error(
        DLC_ERR_ARGUMENT,
        fmt::format("`unfold` of windows of {} by {} in dimension {} with size {}; a window "
                    "lies inside it, and the step is positive",
                    size, step, dim, shape_[dim]));
  Shape shape = shape_, strides = strides_;
  shape[dim] = (shape_[dim] - size) / step + 1;
  strides[dim] *= step;
  shape.push_back(size);
  strides.push_back(strides_[dim]);
  return viewAs(shape, strides, offset);
}

Tensor Tensor::as_strided(const Shape &shape, const Shape &strides,
                          std::optional<int64_t> newOffset) const {
  numel();
  return viewAs(shape, strides, newOffset.value_or(offset));
}

Tensor Tensor::index(std::initializer_list<Index> indices) const {
  int64_t taken = 0, rests = 0;
  for (const Index &index : indices) {
    taken += index.kind == Index::Position || index.kind == Index::Range;
    rests += index.kind == Index::Rest;
  }
  if (taken > dim_)
    throw Error(
        DLC_ERR_RANGE,
        fmt::format("too many indices for tensor of dimension {}: {} of them", dim_, taken));
  if (rests > 1)
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("an index can only have a single ellipsis, not {}", rests));
  Tensor result = *this;
  int64_t dim = 0;
  for (const Index &index : indices)
    switch (index.kind) {
    case Index::Position:
      result = result.select(dim, index.position);
      break;
    case Index::Range:
      result =
          result.slice(dim++, index.range.start, index.range.stop, index.range.step.value_or(1));
      break;
    case Index::Rest:
      dim += dim_ - taken;
      break;
    case Index::NewAxis:
      result = result.unsqueeze(dim++);
      break;
    }
  return result;
}

} // namespace dlc::rt
