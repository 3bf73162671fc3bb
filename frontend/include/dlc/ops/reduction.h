//===- reduction.h - many elements become one --------------------*- C++ -*-===//
#ifndef DLC_OPS_REDUCTION_H
#define DLC_OPS_REDUCTION_H
#include "dlc/tensor.h"

namespace dlc {
// `{}` reduces over everything.
Tensor sum(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor mean(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor amax(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor amin(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor argmax(const Tensor &x);
Tensor argmax(const Tensor &x, int dim, bool keepdim = false);
} // namespace dlc
#endif
