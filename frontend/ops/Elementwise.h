//===- Elementwise.h - ops on operands of one dtype and one shape -*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_ELEMENTWISE_H
#define DLC_FRONTEND_OPS_ELEMENTWISE_H
#include "frontend/ops/Emit.h"

namespace dlc {
/// `dtype`, or the default float dtype instead of ints and bool.
DType realOf(DType dtype);
/// `x` in that dtype.
Tensor toReal(const Tensor &x);
/// Fails for a bool dtype: `op` computes with numbers.
void checkNumber(llvm::StringRef op, DType dtype);

/// The operands as tensors of `dtype` and of their common shape.
std::pair<mlir::Value, mlir::Value> matched(llvm::StringRef op, const Operand &lhs,
                                            const Operand &rhs, DType dtype);

template <class OpT> Tensor unary(const Tensor &x) {
  mlir::Value value = valueOf(x);
  return tensorOf(make<OpT>(value.getType(), value));
}

/// A function of real numbers.
template <class OpT> Tensor real(const Tensor &x) { return unary<OpT>(toReal(x)); }

template <class OpT> Tensor binary(const Operand &lhs, const Operand &rhs, DType dtype) {
  auto [left, right] = matched(nameOf<OpT>(), lhs, rhs, dtype);
  return tensorOf(make<OpT>(left.getType(), left, right));
}

/// The same; the operands are numbers and the result has their common dtype.
template <class OpT> Tensor arithmetic(const Operand &lhs, const Operand &rhs) {
  DType dtype = promote({&lhs, &rhs});
  checkNumber(nameOf<OpT>(), dtype);
  return binary<OpT>(lhs, rhs, dtype);
}
} // namespace dlc
#endif
