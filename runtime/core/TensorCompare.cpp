//===- TensorCompare.cpp - equal, allclose --------------------------------------------===//
#include "runtime/core/Describe.h"
#include "runtime/core/Elements.h"
#include <cmath>
#include <fmt/format.h>

namespace dlc::rt {

static void needSameDtype(const char *op, const Tensor &x, const Tensor &y) {
  if (x.dtype() != y.dtype())
    throw Error(DLC_ERR_MISMATCH, fmt::format("`{}` of {} and {}; both have one element type, "
                                              "hint: `.to({})`",
                                              op, textOf(x), textOf(y), dtypeName(x.dtype())));
}

Shape broadcastShape(const char *op, const Tensor &x, const Tensor &y) {
  const Shape &longer = x.dim() >= y.dim() ? x.shape() : y.shape();
  const Shape &shorter = x.dim() >= y.dim() ? y.shape() : x.shape();
  Shape shape = longer;
  for (size_t i = 0; i < shorter.size(); ++i) {
    int64_t &size = shape[shape.size() - shorter.size() + i];
    if (size != shorter[i] && size != 1 && shorter[i] != 1)
      throw Error(DLC_ERR_MISMATCH, fmt::format("`{}` of {} and {}: the sizes {} and {} do not "
                                                "broadcast; they are equal, or one is 1",
                                                op, textOf(x), textOf(y), size, shorter[i]));
    if (size == 1)
      size = shorter[i];
  }
  return shape;
}

bool equal(const Tensor &x, const Tensor &y) {
  needSameDtype("equal", x, y);
  if (x.numel() != y.numel() || x.shape() != y.shape())
    return false;
  return withType(x.dtype(), [&](auto type) {
    using T = decltype(type);
    auto *a = static_cast<const T *>(x.data_ptr()), *b = static_cast<const T *>(y.data_ptr());
    return walk(x.shape(), x.strides(), y.strides(),
                [&](int64_t i, int64_t j) { return a[i] == b[j]; });
  });
}

static bool isClose(double x, double y, double rtol, double atol, bool equalNan) {
  if (std::isnan(x) || std::isnan(y))
    return equalNan && std::isnan(x) && std::isnan(y);
  return x == y || (std::isfinite(y) && std::abs(x - y) <= atol + rtol * std::abs(y));
}

bool allclose(const Tensor &x, const Tensor &y, double rtol, double atol, bool equal_nan) {
  needSameDtype("allclose", x, y);
  Shape shape = broadcastShape("allclose", x, y);
  Tensor a = x.expand(shape), b = y.expand(shape);
  return walk(shape, a.strides(), b.strides(), [&](int64_t i, int64_t j) {
    return isClose(numberAt(a, i).to<double>(), numberAt(b, j).to<double>(), rtol, atol, equal_nan);
  });
}

} // namespace dlc::rt
