//===- LinearAlgebra.cpp - products of vectors and matrices ---------------===//
#include "frontend/ops/Contract.h"

using namespace mlir;

namespace dlc {
Tensor contract(const Tensor &lhs, const Tensor &rhs, ArrayRef<int64_t> lhsDims,
                ArrayRef<int64_t> rhsDims, ArrayRef<int64_t> outDims) {
  ir::ContractOp::Properties properties;
  properties.lhs_dims = ints(lhsDims);
  properties.rhs_dims = ints(rhsDims);
  properties.out_dims = ints(outDims);
  return tensorOf(infer<ir::ContractOp>({valueOf(lhs), valueOf(rhs)}, properties));
}

void checkEqualDTypes(StringRef op, const Tensor &x, const char *what, const Tensor &other) {
  if (!(x.dtype() == other.dtype()))
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + " with " + what + " " +
         ir::describe(typeOf(other)) + "; the dtypes must be equal, hint: `.to(dtype)`");
}

Tensor matmul(const Tensor &lhs, const Tensor &rhs) {
  RankedTensorType left = typeOf(lhs), right = typeOf(rhs);
  int64_t m = left.getRank(), n = right.getRank();
  if (m == 0 || n == 0)
    fail("`matmul` of " + ir::describe(left) + " and " + ir::describe(right) +
         "; it takes vectors, matrices and batches of them, hint: `*` multiplies by a scalar");
  if (lhs.dtype() == boolean)
    fail("`matmul` of bool tensors; hint: `.to(f32)` first");
  checkEqualDTypes("matmul", lhs, "a factor of", rhs);
  int64_t rhsInner = n == 1 ? 0 : n - 2;
  if (!(lhs.size(-1) == rhs.size(int(rhsInner))))
    fail("`matmul` of " + ir::describe(left) + " and " + ir::describe(right) + ": dim " +
         Twine(m - 1) + " of the left is " + Twine(left.getDimSize(m - 1)) + ", dim " +
         Twine(rhsInner) + " of the right is " + Twine(right.getDimSize(rhsInner)) +
         "; they must be equal");

  // Batch dims get labels from 3 on, counted from the inside; a batch dim of 1 is dropped and the
  // other side's is taken.
  SmallVector<int64_t> lhsDims, rhsDims, outDims, lhsSizes, rhsSizes, outSizes;
  int64_t lhsBatch = std::max<int64_t>(m - 2, 0), rhsBatch = std::max<int64_t>(n - 2, 0);
  for (int64_t i = std::max(lhsBatch, rhsBatch); i > 0; --i) {
    Dim a = i <= lhsBatch ? lhs.size(int(lhsBatch - i)) : Dim(1);
    Dim b = i <= rhsBatch ? rhs.size(int(rhsBatch - i)) : Dim(1);
    if (!(a == b) && !(a == Dim(1)) && !(b == Dim(1)))
      fail("`matmul` of " + ir::describe(left) + " and " + ir::describe(right) +
           ": batch dims must be equal or 1");
    if (!(a == Dim(1))) {
      lhsDims.push_back(2 + i);
      lhsSizes.push_back(a.bound());
    }
    if (!(b == Dim(1))) {
      rhsDims.push_back(2 + i);
      rhsSizes.push_back(b.bound());
    }
    if (!(a == Dim(1) && b == Dim(1)))
      outDims.push_back(2 + i);
    outSizes.push_back((a == Dim(1) ? b : a).bound());
  }
  for (int64_t i = lhsBatch; i < m; ++i) {
    lhsDims.push_back(i == m - 1 ? 2 : 0);
    lhsSizes.push_back(left.getDimSize(i));
  }
  if (m > 1) {
    outDims.push_back(0);
    outSizes.push_back(left.getDimSize(m - 2));
  }
  for (int64_t i = rhsBatch; i < n; ++i) {
    rhsDims.push_back(i == rhsInner ? 2 : 1);
    rhsSizes.push_back(right.getDimSize(i));
  }
  if (n > 1) {
    outDims.push_back(1);
    outSizes.push_back(right.getDimSize(n - 1));
  }
  Tensor a = tensorOf(reshapeTo(valueOf(lhs), lhsSizes));
  Tensor b = tensorOf(reshapeTo(valueOf(rhs), rhsSizes));
  Tensor product = contract(a, b, lhsDims, rhsDims, outDims);
  return tensorOf(reshapeTo(valueOf(product), outSizes));
}

Tensor linear(const Tensor &x, const Tensor &weight, const Tensor &bias) {
  RankedTensorType type = typeOf(x), w = typeOf(weight);
  int64_t rank = type.getRank();
  if (w.getRank() != 2)
    fail("`linear` with a weight of " + ir::describe(w) + "; a weight is [out, in]");
  if (rank == 0 || !(x.size(-1) == weight.size(1)))
    fail("`linear` of " + ir::describe(type) + " with a weight of " + ir::describe(w) +
         ": the last dim is " + (rank ? Twine(type.getDimSize(rank - 1)) : Twine("missing")) +
         ", the weight takes " + Twine(w.getDimSize(1)) + "; they must be equal" +
         (rank > 2 && type.getNumElements() / type.getDimSize(0) == w.getDimSize(1)
              ? ", hint: `.flatten(1)` first"
              : ""));
  checkEqualDTypes("linear", x, "a weight of", weight);
  // Labels: leading dims from 2, the contracted 1, the output's features 0.
  SmallVector<int64_t> lhs, out;
  for (int64_t i = 0; i + 1 < rank; ++i)
    lhs.push_back(2 + i);
  out = lhs;
  lhs.push_back(1);
  out.push_back(0);
  Tensor y = contract(x, weight, lhs, {0, 1}, out);
  return bias.defined() ? y + bias : y;
}

/// An error unless the ranks are those that the function is for; matmul checks the rest.
static void checkRanks(StringRef op, const Tensor &lhs, int lhsRank, const Tensor &rhs,
                       int rhsRank) {
  if (lhs.dim() != lhsRank || rhs.dim() != rhsRank)
    fail("`" + op + "` of " + ir::describe(typeOf(lhs)) + " and " + ir::describe(typeOf(rhs)) +
         "; it takes tensors of rank " + Twine(lhsRank) + " and " + Twine(rhsRank) +
         ", hint: `matmul` takes others and broadcasts");
}

Tensor mm(const Tensor &lhs, const Tensor &rhs) {
  checkRanks("mm", lhs, 2, rhs, 2);
  return matmul(lhs, rhs);
}

Tensor bmm(const Tensor &lhs, const Tensor &rhs) {
  checkRanks("bmm", lhs, 3, rhs, 3);
  if (!(lhs.size(0) == rhs.size(0)))
    fail("`bmm` of " + ir::describe(typeOf(lhs)) + " and " + ir::describe(typeOf(rhs)) +
         ": the batches of dim 0 must be equal, hint: `matmul` broadcasts them");
  return matmul(lhs, rhs);
}

Tensor mv(const Tensor &matrix, const Tensor &vector) {
  checkRanks("mv", matrix, 2, vector, 1);
  return matmul(matrix, vector);
}

Tensor dot(const Tensor &lhs, const Tensor &rhs) {
  checkRanks("dot", lhs, 1, rhs, 1);
  return matmul(lhs, rhs);
}

Tensor outer(const Tensor &lhs, const Tensor &rhs) {
  checkRanks("outer", lhs, 1, rhs, 1);
  return unsqueeze(lhs, 1) * rhs;
}

/// `x` times a number that does not change its dtype.
static Tensor scaled(StringRef op, const Tensor &x, double factor) {
  if (factor == 1)
    return x;
  if (x.dtype().isFloat())
    return x * factor;
  if (double(Int(factor)) != factor)
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + " with a factor of " +
         std::to_string(factor) + "; ints take whole factors, hint: `.to(f32)` first");
  return x * Int(factor);
}

static Tensor addProduct(StringRef op, const Tensor &x, const Tensor &product,
                         AddmmOptions options) {
  checkEqualDTypes(op, product, "a summand of", x);
  // x expands to the product, never the other way round.
  Tensor summand = expand(x, product.shape());
  Tensor y = scaled(op, product, options.alpha);
  return options.beta == 0 ? y : scaled(op, summand, options.beta) + y;
}

Tensor addmm(const Tensor &x, const Tensor &lhs, const Tensor &rhs, AddmmOptions options) {
  return addProduct("addmm", x, mm(lhs, rhs), options);
}
Tensor baddbmm(const Tensor &x, const Tensor &lhs, const Tensor &rhs, AddmmOptions options) {
  return addProduct("baddbmm", x, bmm(lhs, rhs), options);
}
Tensor addmv(const Tensor &x, const Tensor &matrix, const Tensor &vector, AddmmOptions options) {
  return addProduct("addmv", x, mv(matrix, vector), options);
}
} // namespace dlc
