//===- creation.h - tensors made from nothing --------------------*- C++ -*-===//
#ifndef DLC_OPS_CREATION_H
#define DLC_OPS_CREATION_H
#include "dlc/tensor.h"

namespace dlc {
Tensor zeros(const Shape &shape);
Tensor zeros(const Shape &shape, DType dtype);
Tensor ones(const Shape &shape);
Tensor ones(const Shape &shape, DType dtype);
Tensor full(const Shape &shape, double value);
Tensor full(const Shape &shape, double value, DType dtype);
Tensor zeros_like(const Tensor &x);
Tensor ones_like(const Tensor &x);
Tensor arange(Dim end, DType dtype = i64);
Tensor arange(Int start, Int end, Int step = 1, DType dtype = i64);
} // namespace dlc
#endif
