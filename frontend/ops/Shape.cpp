//===- Shape.cpp - ops that move elements ---------------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"
#include "ir/graph/Reshape.h"

using namespace mlir;

namespace dlc {
Tensor reshape(const Tensor &x, const Shape &shape) {
  RankedTensorType from = typeOf(x);
  // Sizes are compared at the bound; then dynamic dims must stand where the user wrote them.
  int64_t known = 1, inferred = -1;
  SmallVector<int64_t> sizes;
  for (Dim size : shape) {
    if (size == Dim(-1)) {
      if (inferred >= 0)
        fail("`reshape` of " + ir::describe(from) + " with two sizes of -1; one can be inferred");
      inferred = sizes.size();
    } else {
      known *= size.bound();
    }
    sizes.push_back(size.bound());
  }
  int64_t total = from.getNumElements();
  if (inferred >= 0) {
    if (known == 0 || total % known)
      fail("`reshape` of " + ir::describe(from) + " with " + Twine(total) +
           " elements; the sizes beside -1 give " + Twine(known) + ", which does not divide that");
    sizes[inferred] = total / known;
  }
  FailureOr<RankedTensorType> to = ir::reshapedType(tracer().here(), from, sizes);
  if (failed(to))
    throw TraceError();
  SmallVector<ir::LiveDim> live = ir::liveOf(*to);
  for (int i = 0; i < shape.rank(); ++i)
    if (i != inferred && !(tracer().liveOf(shape[i]) == live[i]))
      fail("`reshape` of " + ir::describe(from) + " gives " + ir::describe(*to) +
           ", but the size of dim " + Twine(i) + " was written as " +
           (shape[i].isDynamic() ? ir::describe(tracer().liveOf(shape[i]))
                                 : std::to_string(shape[i].add)) +
           "; hint: a dynamic dim is written as x.size(i), or as -1");
  return tensorOf(reshapeTo(valueOf(x), sizes));
}

Tensor flatten(const Tensor &x, int start, int end) {
  RankedTensorType type = typeOf(x);
  if (type.getRank() == 0)
    return tensorOf(reshapeTo(valueOf(x), {1}));
  int64_t first = checkDim("flatten", start, type.getRank()),
          last = checkDim("flatten", end, type.getRank());
  if (first > last)
    fail("`flatten` from dim " + Twine(first) + " to dim " + Twine(last) +
         "; the first comes first");
  SmallVector<int64_t> sizes;
  for (int64_t i = 0; i < type.getRank(); ++i)
    if (i > first && i <= last)
      sizes.back() *= type.getDimSize(i);
    else
      sizes.push_back(type.getDimSize(i));
  return tensorOf(reshapeTo(valueOf(x), sizes));
}

static Tensor permuted(const Tensor &x, ArrayRef<int64_t> perm) {
  ir::PermuteOp::Properties properties;
  properties.perm = ints(perm);
  return tensorOf(infer<ir::PermuteOp>(valueOf(x), properties));
}

Tensor permute(const Tensor &x, const Dims &dims) {
  RankedTensorType type = typeOf(x);
  if (dims.size() != type.getRank())
    fail("`permute` names " + Twine(dims.size()) + " dims of " + ir::describe(type) +
         ", which has " + Twine(type.getRank()));
  (void)checkDims("permute", dims, type.getRank());
  SmallVector<int64_t> perm;
  for (int dim : dims)
    perm.push_back(checkDim("permute", dim, type.getRank()));
  return permuted(x, perm);
}

Tensor transpose(const Tensor &x, int dim0, int dim1) {
  int64_t rank = typeOf(x).getRank();
  SmallVector<int64_t> perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
  std::swap(perm[checkDim("transpose", dim0, rank)], perm[checkDim("transpose", dim1, rank)]);
  return permuted(x, perm);
}

Tensor t(const Tensor &x) {
  RankedTensorType type = typeOf(x);
  if (type.getRank() > 2)
    fail("`t` of " + ir::describe(type) + "; it takes a matrix, hint: transpose(-2, -1)");
  return type.getRank() < 2 ? x : transpose(x, 0, 1);
}

Tensor unsqueeze(const Tensor &x, int dim) {
  RankedTensorType type = typeOf(x);
  int64_t at = checkDim("unsqueeze", dim, type.getRank() + 1);
  SmallVector<int64_t> sizes(type.getShape());
  sizes.insert(sizes.begin() + at, 1);
  return tensorOf(reshapeTo(valueOf(x), sizes));
}

Tensor squeeze(const Tensor &x, int dim) {
  RankedTensorType type = typeOf(x);
  int64_t at = checkDim("squeeze", dim, type.getRank());
  if (type.getDimSize(at) != 1 || ir::liveOf(type)[at].symbol)
    return x;
  SmallVector<int64_t> sizes(type.getShape());
  sizes.erase(sizes.begin() + at);
  return tensorOf(reshapeTo(valueOf(x), sizes));
}

Tensor expand(const Tensor &x, const Shape &shape) {
  RankedTensorType from = typeOf(x);
  Shape sizes = shape;
  int leading = shape.rank() - int(from.getRank());
  if (leading < 0)
    fail("`expand` of " + ir::describe(from) + " to " + Twine(shape.rank()) +
         " dims; it cannot remove dims");
  for (int i = 0; i < shape.rank(); ++i)
    if (shape[i] == Dim(-1)) {
      if (i < leading)
        fail("`expand` with a new dim of size -1; -1 keeps a size, and this dim has none yet");
      sizes[i] = x.size(i - leading);
    }
  RankedTensorType to = tracer().typeOf(sizes, x.dtype());
  RankedTensorType common = commonShape("expand", {from, to}, to.getElementType());
  if (common != to)
    fail("`expand` of " + ir::describe(from) + " to " + ir::describe(to) +
         "; only dims of size 1 expand");
  return tensorOf(broadcastTo(valueOf(x), to));
}

Tensor flip(const Tensor &x, const Dims &dims) {
  ir::ReverseOp::Properties properties;
  properties.dims = ints(checkDims("flip", dims, typeOf(x).getRank()));
  return tensorOf(infer<ir::ReverseOp>(valueOf(x), properties));
}

Tensor narrow(const Tensor &x, int dim, Int start, Int length) {
  RankedTensorType type = typeOf(x);
  int64_t at = checkDim("narrow", dim, type.getRank());
  SmallVector<int64_t> starts(type.getRank(), 0), sizes(type.getShape()),
      strides(type.getRank(), 1);
  starts[at] = start < 0 ? start + sizes[at] : start;
  sizes[at] = length;
  ir::SliceOp::Properties properties;
  properties.starts = ints(starts);
  properties.sizes = ints(sizes);
  properties.strides = ints(strides);
  return tensorOf(infer<ir::SliceOp>(valueOf(x), properties));
}

Tensor Tensor::select(int dim, Int index) const {
  int64_t at = checkDim("select", dim, typeOf(*this).getRank());
  Tensor one = dlc::narrow(*this, int(at), index, 1);
  SmallVector<int64_t> sizes(typeOf(one).getShape());
  sizes.erase(sizes.begin() + at);
  return tensorOf(reshapeTo(valueOf(one), sizes));
}

Tensor pad(const Tensor &x, std::initializer_list<int> amounts, double value) {
  RankedTensorType type = typeOf(x);
  int64_t rank = type.getRank();
  if (amounts.size() % 2 || int64_t(amounts.size()) > 2 * rank)
    fail("`pad` of " + ir::describe(type) + " with " + Twine(amounts.size()) +
         " amounts; it takes two a dim, from the last dim backwards");
  SmallVector<int64_t> low(rank, 0), high(rank, 0), interior(rank, 0);
  for (auto [i, amount] : llvm::enumerate(amounts))
    (i % 2 ? high : low)[rank - 1 - i / 2] = amount;
  ir::PadOp::Properties properties;
  properties.low = ints(low);
  properties.high = ints(high);
  properties.interior = ints(interior);
  properties.value = tracer().b.getF64FloatAttr(value);
  return tensorOf(infer<ir::PadOp>(valueOf(x), properties));
}
} // namespace dlc
