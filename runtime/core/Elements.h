//===- Elements.h - shapes, strides and the elements behind them --------------*- C++ -*-===//
#ifndef DLC_RUNTIME_CORE_ELEMENTS_H
#define DLC_RUNTIME_CORE_ELEMENTS_H
#include "dlc/rt/tensor.hpp"

namespace dlc::rt {

// The number of elements; an Error for a negative size and for more than memory can have.
int64_t countOf(const Shape &shape, DType dtype);
Shape rowMajorStrides(const Shape &shape);
// No gaps and no element twice, in whatever order of the dimensions.
bool isDense(const Tensor &x);
// `dim` between 0 and rank - 1, from one that may count from the end; 0-d tensors have dimension 0.
int64_t wrapDim(const char *op, int64_t dim, int64_t rank);
std::string textOf(const Tensor &x); // "f32[2, 3]"
// The number at `offset` elements from the first one.
Scalar numberAt(const Tensor &x, int64_t offset);
// What both broadcast to.
Shape broadcastShape(const char *op, const Tensor &x, const Tensor &y);

// Calls body(T()) with the C++ type of the element type.
template <class Body> auto withType(DType dtype, Body body) {
  switch (dtype) {
  case DLC_F64:
    return body(double());
  case DLC_F32:
    return body(float());
  case DLC_F16:
    return body(Half());
  case DLC_BF16:
    return body(BFloat16());
  case DLC_I64:
    return body(int64_t());
  case DLC_I32:
    return body(int32_t());
  case DLC_U8:
    return body(uint8_t());
  case DLC_BOOL:
    break;
  }
  return body(bool());
}

// Calls body(offset in x, offset in y) for every element of `shape`, in row-major order, until it
// returns false.
template <class Body>
bool walk(const Shape &shape, const Shape &xStrides, const Shape &yStrides, Body body) {
  for (int64_t size : shape)
    if (size == 0)
      return true;
  int64_t rank = int64_t(shape.size()), x = 0, y = 0;
  Shape index(shape.size(), 0);
  for (;;) {
    if (!body(x, y))
      return false;
    int64_t dim = rank - 1;
    for (; dim >= 0; --dim) {
      x += xStrides[dim];
      y += yStrides[dim];
      if (++index[dim] < shape[dim])
        break;
      x -= xStrides[dim] * shape[dim];
      y -= yStrides[dim] * shape[dim];
      index[dim] = 0;
    }
    if (dim < 0)
      return true;
  }
}

} // namespace dlc::rt
#endif
