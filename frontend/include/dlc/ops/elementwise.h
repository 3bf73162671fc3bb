//===- elementwise.h - functions of single elements --------------*- C++ -*-===//
#ifndef DLC_OPS_ELEMENTWISE_H
#define DLC_OPS_ELEMENTWISE_H
#include "dlc/tensor.h"

namespace dlc {
Tensor exp(const Tensor &x);
Tensor log(const Tensor &x);
Tensor sqrt(const Tensor &x);
Tensor rsqrt(const Tensor &x);
Tensor square(const Tensor &x);
Tensor reciprocal(const Tensor &x);
Tensor tanh(const Tensor &x);
Tensor abs(const Tensor &x);
Tensor neg(const Tensor &x);
Tensor pow(const Operand &base, const Operand &exponent);
Tensor maximum(const Operand &lhs, const Operand &rhs);
Tensor minimum(const Operand &lhs, const Operand &rhs);
Tensor clamp(const Tensor &x, const Operand &low, const Operand &high);
Tensor where(const Tensor &mask, const Operand &then, const Operand &otherwise);
Tensor logical_not(const Tensor &x);
Tensor eq(const Operand &lhs, const Operand &rhs);
Tensor ne(const Operand &lhs, const Operand &rhs);
Tensor lt(const Operand &lhs, const Operand &rhs);
Tensor le(const Operand &lhs, const Operand &rhs);
Tensor gt(const Operand &lhs, const Operand &rhs);
Tensor ge(const Operand &lhs, const Operand &rhs);
} // namespace dlc
#endif
