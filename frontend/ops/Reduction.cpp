//===- Reduction.cpp - sums, means, extrema -------------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

using namespace mlir;

namespace dlc {
/// Puts the reduced dims back as dims of 1.
static Tensor keepDims(const Tensor &reduced, ArrayRef<int64_t> dims) {
  SmallVector<int64_t> sizes(typeOf(reduced).getShape());
  for (int64_t dim : dims)
    sizes.insert(sizes.begin() + dim, 1);
  return tensorOf(reshapeTo(valueOf(reduced), sizes));
}

template <class OpT> static Tensor reduce(const Tensor &x, ArrayRef<int64_t> dims, bool keepdim) {
  Tensor y = x;
  if (!dims.empty()) {
    typename OpT::Properties properties;
    properties.dims = ints(dims);
    y = tensorOf(infer<OpT>(valueOf(x), properties));
  }
  return keepdim ? keepDims(y, dims) : y;
}

Tensor sum(const Tensor &x, const Dims &dims, bool keepdim) {
  Tensor counted = x.dtype().isFloat() ? x : x.to(i64); // of bool and ints, as in PyTorch
  return reduce<ir::ReduceSumOp>(counted, checkDims("sum", dims, x.dim()), keepdim);
}

Tensor mean(const Tensor &x, const Dims &dims, bool keepdim) {
  if (!x.dtype().isFloat())
    fail("`mean` of " + ir::describe(typeOf(x)) + "; a mean is of floats, hint: `.to(f32)` first");
  SmallVector<int64_t> over = checkDims("mean", dims, x.dim());
  Dim count = 1;
  for (int64_t dim : over)
    count = count * x.size(int(dim));
  Tensor total = reduce<ir::ReduceSumOp>(x, over, keepdim);
  return total / count;
}

Tensor amax(const Tensor &x, const Dims &dims, bool keepdim) {
  if (x.dtype() == boolean)
    fail("`amax` of a bool tensor; hint: `.to(i64)` first");
  return reduce<ir::ReduceMaxOp>(x, checkDims("amax", dims, x.dim()), keepdim);
}

Tensor amin(const Tensor &x, const Dims &dims, bool keepdim) {
  if (x.dtype() == u8) // -x of u8 turns the order round but for 0
    return amin(x.to(i32), dims, keepdim).to(u8);
  return -amax(-x, dims, keepdim);
}

Tensor argmax(const Tensor &x, int dim, bool keepdim) {
  if (x.dtype() == boolean)
    fail("`argmax` of a bool tensor; hint: `.to(i64)` first");
  int64_t at = checkDim("argmax", dim, x.dim());
  ir::ArgmaxOp::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(at);
  Tensor index = tensorOf(infer<ir::ArgmaxOp>(valueOf(x), properties)->getResult(0));
  return keepdim ? keepDims(index, at) : index;
}

Tensor argmax(const Tensor &x) { return argmax(flatten(x), 0); }

Tensor softmax(const Tensor &x, int dim) {
  Tensor real = x.dtype().isFloat() ? x : x.to(get_default_dtype());
  // The shift changes nothing, so no gradient flows through it; exp never overflows.
  Tensor e = exp(real - detach(amax(real, dim, true)));
  return e / sum(e, dim, true);
}

Tensor log_softmax(const Tensor &x, int dim) {
  Tensor real = x.dtype().isFloat() ? x : x.to(get_default_dtype());
  Tensor shifted = real - detach(amax(real, dim, true));
  return shifted - log(sum(exp(shifted), dim, true));
}
} // namespace dlc
