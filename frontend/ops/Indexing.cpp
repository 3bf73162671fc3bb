//===- Indexing.cpp - indices as the ops of the dialect take them ------------===//
// PyTorch's functions are said in two forms, dlc.gather and dlc.scatter*: indices have the shape of
// what is read or written, so an index of slices is broadcast along the slices.
#include "frontend/ops/Indexing.h"
#include "dlc/ops.h"

using namespace mlir;

namespace dlc {
void checkIndex(StringRef op, const Tensor &index) {
  if (!index.dtype().isInt())
    fail("`" + op + "` with indices of " + ir::describe(typeOf(index)) +
         "; indices are ints, hint: `.to(i64)` first, and masked_select takes masks");
}

Tensor sliceIndex(StringRef op, const Tensor &index) {
  checkIndex(op, index);
  if (index.dim() > 1)
    fail("`" + op + "` with an index of " + ir::describe(typeOf(index)) +
         "; it has one dim, hint: `gather` takes an index for each element");
  return index.dim() ? index : unsqueeze(index, 0);
}

Tensor wrapped(const Tensor &index, Dim size) {
  Tensor wide = index.to(i64);
  return where(wide < 0, wide + size, wide);
}

RankedTensorType withDim(RankedTensorType type, int64_t dim, RankedTensorType size, Type element) {
  SmallVector<int64_t> shape(type.getShape());
  SmallVector<ir::LiveDim> live = ir::liveOf(type);
  shape[dim] = size.getDimSize(0);
  live[dim] = ir::liveOf(size)[0];
  return ir::tensorOf(shape, live, element);
}

Tensor alongDim(const Tensor &index, RankedTensorType whole, int64_t dim) {
  RankedTensorType own = typeOf(index);
  RankedTensorType type = withDim(whole, dim, own, own.getElementType());
  SmallVector<int64_t> added;
  for (int64_t axis = 0; axis < type.getRank(); ++axis)
    if (axis != dim)
      added.push_back(axis);
  return added.empty() ? index : tensorOf(make<ir::BroadcastOp>(type, valueOf(index), added));
}

Tensor gatherInside(const Tensor &x, int64_t dim, const Tensor &index) {
  ir::GatherOp::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(dim);
  Value from = valueOf(x), at = valueOf(index);
  return tensorOf(infer<ir::GatherOp>({from, at}, properties).getY());
}

Tensor slicesAt(const Tensor &x, int64_t dim, const Tensor &index) {
  return gatherInside(x, dim, alongDim(index, typeOf(x), dim));
}
} // namespace dlc
