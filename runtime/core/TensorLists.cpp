//===- TensorLists.cpp - several tensors of one, and one of several ----------------===//
#include "runtime/core/Elements.h"
#include <fmt/format.h>

namespace dlc::rt {

std::vector<Tensor> Tensor::split(int64_t size, int64_t dim) const {
  int64_t elements = this->size(dim);
  if (size < 0 || (size == 0 && elements > 0))
    throw Error(DLC_ERR_ARGUMENT,
                fmt::format("`split` of {} into pieces of {}; a piece has at least one element",
                            textOf(*this), size));
  std::vector<Tensor> pieces;
  for (int64_t from = 0; from < elements; from += size)
    pieces.push_back(narrow(dim, from, std::min(size, elements - from)));
  if (pieces.empty())
    pieces.push_back(*this);
  return pieces;
}

std::vector<Tensor> Tensor::chunk(int64_t chunks, int64_t dim) const {
  int64_t elements = size(dim);
  if (chunks < 1)
    throw Error(DLC_ERR_ARGUMENT, fmt::format("`chunk` of {} into {} pieces; there is at least one",
                                              textOf(*this), chunks));
  if (elements == 0)
    return std::vector<Tensor>(size_t(chunks), *this);
  return split((elements + chunks - 1) / chunks, dim);
}

std::vector<Tensor> Tensor::unbind(int64_t dim) const {
  std::vector<Tensor> slices;
  for (int64_t i = 0; i < size(dim); ++i)
    slices.push_back(select(dim, i));
  return slices;
}

/// What `cat` and `stack` put together: one element type, and one shape but for dimension `free`.
static void checkParts(const char *op, const std::vector<Tensor> &tensors, int64_t free) {
  const Tensor &first = tensors.front();
  for (const Tensor &part : tensors) {
    bool fits = part.dtype() == first.dtype() && part.dim() == first.dim();
    for (int64_t dim = 0; fits && dim < first.dim(); ++dim)
      fits = dim == free || part.shape()[size_t(dim)] == first.shape()[size_t(dim)];
    if (!fits)
      throw Error(DLC_ERR_MISMATCH, fmt::format("`{}` of {} and {}; element types and all sizes "
                                                "but the one along the dimension are equal",
                                                op, textOf(first), textOf(part)));
  }
}

static void needSome(const char *op, const std::vector<Tensor> &tensors) {
  if (tensors.empty())
    throw Error(DLC_ERR_ARGUMENT, fmt::format("`{}` of no tensors; it takes at least one", op));
}

Tensor cat(const std::vector<Tensor> &tensors, int64_t dim) {
  needSome("cat", tensors);
  Shape shape = tensors.front().shape();
  if (shape.empty())
    throw Error(DLC_ERR_ARGUMENT, "`cat` of tensors without dimensions; hint: `stack`");
  dim = wrapDim("cat", dim, int64_t(shape.size()));
  checkParts("cat", tensors, dim);
  shape[size_t(dim)] = 0;
  for (const Tensor &part : tensors)
    shape[size_t(dim)] += part.size(dim);
  Tensor result = empty(shape, tensors.front().dtype());
  int64_t at = 0;
  for (const Tensor &part : tensors) {
    result.narrow(dim, at, part.size(dim)).copy_(part);
    at += part.size(dim);
  }
  return result;
}

Tensor stack(const std::vector<Tensor> &tensors, int64_t dim) {
  needSome("stack", tensors);
  checkParts("stack", tensors, -1);
  std::vector<Tensor> parts;
  for (const Tensor &part : tensors)
    parts.push_back(part.unsqueeze(dim));
  return cat(parts, dim);
}

} // namespace dlc::rt
