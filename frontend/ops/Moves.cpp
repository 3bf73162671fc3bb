//===- Moves.cpp - movements of one dim that several ops are made of ------===//
#include "frontend/ops/Moves.h"
#include "dlc/ops.h"

using namespace mlir;

namespace dlc {
Tensor sliced(const Tensor &x, int64_t dim, int64_t start, int64_t size, int64_t stride) {
  RankedTensorType type = typeOf(x);
  if (start == 0 && stride == 1 && size == type.getDimSize(dim))
    return x;
  SmallVector<int64_t> starts(type.getRank(), 0), sizes(type.getShape()),
      strides(type.getRank(), 1);
  starts[dim] = start;
  sizes[dim] = size;
  strides[dim] = stride;
  ir::SliceOp::Properties properties;
  properties.starts = ints(starts);
  properties.sizes = ints(sizes);
  properties.strides = ints(strides);
  Value slice = infer<ir::SliceOp>(valueOf(x), properties);
  if (size == 0) // nothing of x, and no gradient for it
    return tensorOf(splat(0, ir::typeOf(slice)));
  return tensorOf(slice);
}

Tensor reshaped(const Tensor &x, ArrayRef<int64_t> sizes) {
  return tensorOf(reshapeTo(valueOf(x), sizes));
}

Tensor dropped(const Tensor &x, int64_t dim) {
  SmallVector<int64_t> sizes(typeOf(x).getShape());
  sizes.erase(sizes.begin() + dim);
  return reshaped(x, sizes);
}

Tensor permuted(const Tensor &x, ArrayRef<int64_t> perm) {
  ir::PermuteOp::Properties properties;
  properties.perm = ints(perm);
  return tensorOf(infer<ir::PermuteOp>(valueOf(x), properties));
}

Tensor repeated(const Tensor &x, ArrayRef<int64_t> added, ArrayRef<int64_t> sizes) {
  RankedTensorType type = typeOf(x);
  SmallVector<int64_t> shape(type.getShape());
  SmallVector<ir::LiveDim> live = ir::liveOf(type);
  for (auto [dim, size] : llvm::zip(added, sizes)) {
    shape.insert(shape.begin() + dim, size);
    live.insert(live.begin() + dim, ir::LiveDim());
  }
  return tensorOf(
      make<ir::BroadcastOp>(ir::tensorOf(shape, live, type.getElementType()), valueOf(x), added));
}

Tensor padded(const Tensor &x, ArrayRef<int64_t> low, ArrayRef<int64_t> high,
              ArrayRef<int64_t> interior, double value) {
  auto isZero = [](int64_t amount) { return amount == 0; };
  if (llvm::all_of(low, isZero) && llvm::all_of(high, isZero) && llvm::all_of(interior, isZero))
    return x;
  ir::PadOp::Properties properties;
  properties.low = ints(low);
  properties.high = ints(high);
  properties.interior = ints(interior);
  properties.value = tracer().b.getF64FloatAttr(value);
  return tensorOf(infer<ir::PadOp>(valueOf(x), properties));
}

Tensor joined(ArrayRef<Tensor> parts, int64_t dim) {
  if (parts.size() == 1)
    return parts[0];
  SmallVector<Value> values;
  for (const Tensor &part : parts)
    values.push_back(valueOf(part));
  ir::ConcatOp::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(dim);
  return tensorOf(infer<ir::ConcatOp>(values, properties));
}

Tensor windows(const Tensor &x, int64_t dim, int64_t count, int64_t size, int64_t mul, int64_t add,
               int64_t div, int64_t dilation) {
  Builder &b = tracer().b;
  ir::WindowsOp::Properties properties;
  properties.dim = b.getI64IntegerAttr(dim);
  properties.count = b.getI64IntegerAttr(count);
  properties.size = b.getI64IntegerAttr(size);
  properties.mul = b.getI64IntegerAttr(mul);
  properties.add = b.getI64IntegerAttr(add);
  properties.div = b.getI64IntegerAttr(div);
  properties.dilation = b.getI64IntegerAttr(dilation);
  return tensorOf(infer<ir::WindowsOp>(valueOf(x), properties));
}

Tensor indexAlong(const Tensor &x, int64_t dim, DType dtype) {
  RankedTensorType type = ir::withElement(typeOf(x), tracer().elementType(dtype));
  return tensorOf(make<ir::IotaOp>(type, tracer().b.getI64IntegerAttr(dim)));
}

Tensor quotient(const Tensor &x, int64_t divisor) {
  RankedTensorType type = typeOf(x);
  Value value = valueOf(x);
  Value by = splat(double(divisor), type);
  return tensorOf(make<ir::DivOp>(type, value, by));
}
} // namespace dlc
