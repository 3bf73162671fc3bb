//===- linalg.h - products of vectors and matrices ---------------*- C++ -*-===//
// Operands are of one dtype, floats or ints. What is summed over may be dynamic.
#ifndef DLC_OPS_LINALG_H
#define DLC_OPS_LINALG_H
#include "dlc/tensor.h"

namespace dlc {
/// Vectors, matrices and batches of matrices, whose leading dims broadcast: [.., m, k] x [.., k,
/// n].
Tensor matmul(const Tensor &lhs, const Tensor &rhs);
Tensor mm(const Tensor &lhs, const Tensor &rhs);       // [m, k] x [k, n]
Tensor bmm(const Tensor &lhs, const Tensor &rhs);      // [b, m, k] x [b, k, n]
Tensor mv(const Tensor &matrix, const Tensor &vector); // [m, k] x [k]
Tensor dot(const Tensor &lhs, const Tensor &rhs);      // [k] x [k]
Tensor outer(const Tensor &lhs, const Tensor &rhs);    // [m] x [n]

/// x @ weight.t() + bias, for any number of leading dimensions of x.
Tensor linear(const Tensor &x, const Tensor &weight, const Tensor &bias = {});

struct AddmmOptions {
  double beta = 1, alpha = 1;
};
/// beta * x + alpha * product; a beta of 0 ignores x, NaN included.
Tensor addmm(const Tensor &x, const Tensor &lhs, const Tensor &rhs, AddmmOptions options = {});
Tensor baddbmm(const Tensor &x, const Tensor &lhs, const Tensor &rhs, AddmmOptions options = {});
Tensor addmv(const Tensor &x, const Tensor &matrix, const Tensor &vector,
             AddmmOptions options = {});

/// Einstein's sum, "bij,bjk->bik": a letter a dim, `...` for the dims in front that broadcast.
/// Without `->` the result has the letters that stand once, in alphabetical order. A letter twice
/// in one operand is a diagonal. Operands are contracted in pairs from left to right.
Tensor einsum(const char *equation, std::initializer_list<Tensor> operands);
template <class... T> Tensor einsum(const char *equation, const Tensor &first, const T &...others) {
  return einsum(equation, {first, Tensor(others)...});
}

/// Sums over the last `dims` dims of lhs and the first of rhs, or over the named pairs.
Tensor tensordot(const Tensor &lhs, const Tensor &rhs, int dims = 2);
Tensor tensordot(const Tensor &lhs, const Tensor &rhs, const Dims &lhsDims, const Dims &rhsDims);
} // namespace dlc
#endif
