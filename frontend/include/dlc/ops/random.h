//===- random.h - random tensors, and dropout --------------------*- C++ -*-===//
#ifndef DLC_OPS_RANDOM_H
#define DLC_OPS_RANDOM_H
#include "dlc/tensor.h"

namespace dlc {
/// Uniform in [0, 1): other numbers every time the entry runs, the same for the same seed.
Tensor rand(const Shape &shape);
Tensor rand(const Shape &shape, DType dtype);
/// Standard normal, by the inverse of the distribution function.
Tensor randn(const Shape &shape);
Tensor randn(const Shape &shape, DType dtype);
Tensor dropout(const Tensor &x, double p = 0.5, bool training = true);
} // namespace dlc
#endif
