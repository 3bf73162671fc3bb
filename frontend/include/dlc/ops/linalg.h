//===- linalg.h - products of vectors and matrices ---------------*- C++ -*-===//
#ifndef DLC_OPS_LINALG_H
#define DLC_OPS_LINALG_H
#include "dlc/tensor.h"

namespace dlc {
Tensor matmul(const Tensor &lhs, const Tensor &rhs);
/// x @ weight.t() + bias, for any number of leading dimensions of x.
Tensor linear(const Tensor &x, const Tensor &weight, const Tensor &bias = {});
} // namespace dlc
#endif
