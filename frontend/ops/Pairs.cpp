//===- Pairs.cpp - two tensors with labelled dims become one --------------===//
// What einsum and tensordot are made of. dlc.contract takes labels that stand in two places at
// least; what it does not take becomes a sum before it, or a plain product.
#include "frontend/ops/Contract.h"
#include "frontend/ops/Reduce.h"

using namespace mlir;

namespace dlc {
/// Dims of 1 whose label the other has with another size need not be there.
static void dropOnes(Labelled &x, const Labelled &other) {
  SmallVector<int64_t> sizes, labels;
  for (auto [i, label] : llvm::enumerate(x.labels)) {
    Dim size = x.value.size(int(i));
    const auto *there = llvm::find(other.labels, label);
    if (size == Dim(1) && there != other.labels.end() &&
        !(other.value.size(int(there - other.labels.begin())) == Dim(1)))
      continue;
    sizes.push_back(size.bound());
    labels.push_back(label);
  }
  x = {tensorOf(reshapeTo(valueOf(x.value), sizes)), labels};
}

static void sumOver(Labelled &x, llvm::function_ref<bool(int64_t)> isSummed) {
  SmallVector<int64_t> dims, labels;
  for (auto [i, label] : llvm::enumerate(x.labels))
    if (isSummed(label))
      dims.push_back(i);
    else
      labels.push_back(label);
  x = {reduce<ir::ReduceSumOp>(x.value, dims), labels};
}

/// The dims in the order of `labels`, with a dim of 1 for each that is not there.
static Tensor inOrder(const Labelled &x, ArrayRef<int64_t> labels) {
  SmallVector<int64_t> perm, sizes;
  for (int64_t label : labels) {
    const auto *there = llvm::find(x.labels, label);
    if (there == x.labels.end()) {
      sizes.push_back(1);
      continue;
    }
    perm.push_back(there - x.labels.begin());
    sizes.push_back(x.value.size(int(perm.back())).bound());
  }
  bool moves = !llvm::is_sorted(perm);
  ir::PermuteOp::Properties properties;
  properties.perm = ints(perm);
  Value value = valueOf(x.value);
  Value permuted = moves ? infer<ir::PermuteOp>(value, properties)->getResult(0) : value;
  return tensorOf(reshapeTo(permuted, sizes));
}

Tensor reduceTo(Labelled x, ArrayRef<int64_t> kept) {
  sumOver(x, [&](int64_t label) { return !llvm::is_contained(kept, label); });
  return inOrder(x, kept);
}

Labelled contractPair(Labelled lhs, Labelled rhs, ArrayRef<int64_t> kept) {
  dropOnes(lhs, rhs);
  dropOnes(rhs, lhs);
  auto isKept = [&](int64_t label) { return llvm::is_contained(kept, label); };
  sumOver(lhs, [&](int64_t label) { return !isKept(label) && !rhs.has(label); });
  sumOver(rhs, [&](int64_t label) { return !isKept(label) && !lhs.has(label); });

  SmallVector<int64_t> labels;
  for (int64_t label : kept)
    if (lhs.has(label) || rhs.has(label))
      labels.push_back(label);
  bool contracts =
      llvm::any_of(lhs.labels, [&](int64_t label) { return rhs.has(label) && !isKept(label); });
  if (contracts)
    return {contract(lhs.value, rhs.value, lhs.labels, rhs.labels, labels), labels};
  Tensor left = inOrder(lhs, labels), right = inOrder(rhs, labels);
  return {left * right, labels};
}
} // namespace dlc
