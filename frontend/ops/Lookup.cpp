//===- Lookup.cpp - elements and slices that indices along one dim name ------===//
#include "dlc/ops.h"
#include "frontend/ops/Indexing.h"

using namespace mlir;

namespace dlc {
Tensor one_hot(const Tensor &indices, Int classes) {
  if (!indices.dtype().isInt())
    fail("`one_hot` of " + ir::describe(typeOf(indices)) +
         "; it takes indices, hint: `.to(i64)` first");
  // Numbers of classes may lie beyond u8.
  Tensor wide = indices.dtype() == u8 ? indices.to(i64) : indices;
  checkRange("one_hot", indices, Dim(classes),
             "class {index} is out of range for {size} classes; hint: a class is 0..{last}");
  Tensor hit = unsqueeze(wide, -1) == arange(Dim(classes), wide.dtype());
  return hit.to(i64);
}

Tensor gather(const Tensor &x, int dim, const Tensor &index) {
  checkIndex("gather", index);
  int64_t at = checkDim("gather", dim, x.dim());
  checkIndexRange("gather", index, x, at);
  return gatherInside(x, at, index);
}

Tensor take_along_dim(const Tensor &x, const Tensor &indices, int dim) {
  checkIndex("take_along_dim", indices);
  if (x.dim() != indices.dim())
    fail("`take_along_dim` of " + ir::describe(typeOf(x)) + " with indices of " +
         ir::describe(typeOf(indices)) + "; both have the same number of dims");
  int64_t at = checkDim("take_along_dim", dim, x.dim());
  // Broadcast as if both were as long along `dim`.
  RankedTensorType one = RankedTensorType::get({1}, typeOf(x).getElementType());
  RankedTensorType common = commonShape("take_along_dim",
                                        {withDim(typeOf(x), at, one, one.getElementType()),
                                         withDim(typeOf(indices), at, one, one.getElementType())},
                                        one.getElementType());
  auto spread = [&](const Tensor &tensor) {
    RankedTensorType type = typeOf(tensor);
    auto length = ir::tensorOf(type.getDimSize(at), ir::liveOf(type)[at], type.getElementType());
    return tensorOf(
        broadcastTo(valueOf(tensor), withDim(common, at, length, type.getElementType())));
  };
  checkIndexRange("take_along_dim", indices, x, at);
  Tensor from = spread(x);
  return gatherInside(from, at, spread(indices));
}

Tensor take(const Tensor &x, const Tensor &indices) {
  checkIndex("take", indices);
  Tensor flat = flatten(x), at = flatten(wrapped(indices, flat.size(0)));
  checkRange("take", indices, flat.size(0),
             "index {index} is out of range for {size} elements; hint: an index is "
             "-{size}..{last}",
             /*wraps=*/true);
  return tensorOf(reshapeTo(valueOf(gatherInside(flat, 0, at)), typeOf(indices).getShape()));
}

Tensor index_select(const Tensor &x, int dim, const Tensor &index) {
  Tensor at = sliceIndex("index_select", index);
  int64_t axis = checkDim("index_select", dim, x.dim());
  checkIndexRange("index_select", at, x, axis);
  return slicesAt(x, axis, at);
}

Tensor embedding(const Tensor &indices, const Tensor &weight, EmbeddingOptions options) {
  checkIndex("embedding", indices);
  if (weight.dim() != 2)
    fail("`embedding` with a weight of " + ir::describe(typeOf(weight)) + "; it is [rows, size]");
  checkIndexRange("embedding", indices, weight, 0);
  Tensor rows = slicesAt(weight, 0, flatten(indices));
  SmallVector<int64_t> shape(typeOf(indices).getShape());
  shape.push_back(typeOf(weight).getDimSize(1));
  Tensor y = tensorOf(reshapeTo(valueOf(rows), shape));
  if (options.padding_idx == EmbeddingOptions::none)
    return y;
  Int row = options.padding_idx;
  Tensor padding =
      unsqueeze(indices, -1) == (row < 0 ? Operand(weight.size(0) + row) : Operand(row));
  return where(padding, detach(y), y);
}
} // namespace dlc
