//===- Convolution.cpp - dlc.conv: type, derivative, loops ------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Precision.h"
#include "ir/graph/expr/Expr.h"

using namespace mlir;
using namespace dlc::ir;

LogicalResult ConvOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                       SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX()), w = typeOf(op.getW());
  int64_t spatial = op.getStrides().size(), groups = x.getRank() - spatial - 2;
  if (spatial < 1 || spatial > 3 || int64_t(op.getDilations().size()) != spatial)
    return emitOptionalError(loc, "`conv` with ", spatial, " strides and ",
                             op.getDilations().size(),
                             " dilations; it takes one of each for 1 to 3 spatial dims");
  if (groups < 0 || w.getRank() != x.getRank())
    return emitOptionalError(loc, "`conv` of ", describe(x), " and ", describe(w), " over ",
                             spatial,
                             " spatial dims; it takes [N,C,spatial...] and [O,C,kernel...], or in "
                             "groups [N,G...,C,spatial...] and [G...,O,C,kernel...]");
  if (x.getElementType() != w.getElementType())
    return emitOptionalError(loc, "`conv` of ", describe(x), " and ", describe(w),
                             "; the element types must be equal, hint: `.to(dtype)`");
  SmallVector<LiveDim> xLive = liveOf(x), wLive = liveOf(w);
  int64_t channels = 1 + groups, outputs = groups; // dims of x and w, of w
  if (x.getDimSize(channels) != w.getDimSize(channels) || xLive[channels] != wLive[channels])
    return emitOptionalError(loc, "`conv` of an input ", describe(x), " with ",
                             x.getDimSize(channels), " channels and a weight ", describe(w),
                             " for ", w.getDimSize(channels), "; dim ", channels,
                             " of both must be equal");
  for (int64_t i = 0; i < groups; ++i)
    if (x.getDimSize(1 + i) != w.getDimSize(i) || xLive[1 + i] != wLive[i])
      return emitOptionalError(loc, "`conv` of an input ", describe(x), " in ", x.getDimSize(1 + i),
                               " groups and a weight ", describe(w), " for ", w.getDimSize(i),
                               "; dim ", 1 + i, " and dim ", i, " must be equal");
  SmallVector<int64_t> shape{x.getDimSize(0)};
  SmallVector<LiveDim> live{xLive[0]};
  for (int64_t i = 0; i <= outputs; ++i) { // groups and output channels are the weight's
    shape.push_back(w.getDimSize(i));
    live.push_back(wLive[i]);
  }
  for (int64_t i = 0; i < spatial; ++i) {
    int64_t dim = channels + 1 + i, size = x.getDimSize(dim), kernel = w.getDimSize(dim);
    int64_t stride = op.getStrides()[i], dilation = op.getDilations()[i];
    if (stride < 1 || dilation < 1)
      return emitOptionalError(loc, "`conv` with stride ", stride, " and dilation ", dilation,
                               "; both are at least 1");
    int64_t reach = (kernel - 1) * dilation + 1;
    if (size < reach || kernel < 1)
      return emitOptionalError(loc, "`conv` with a kernel that spans ", reach, " of dim ", dim,
                               " of ", describe(x), ", which has ", size,
                               "; the kernel must fit, hint: add padding");
    if (xLive[dim].symbol || wLive[dim].symbol)
      return emitOptionalError(loc, "`conv` of ", describe(x), " and ", describe(w),
                               "; spatial dims must be static");
    shape.push_back((size - reach) / stride + 1);
    live.push_back(LiveDim());
  }
  types.push_back(tensorOf(shape, live, x.getElementType()));
  return success();
}

/// 0 to rank - 1 with `a` and `b` swapped.
static SmallVector<int64_t> swapping(int64_t rank, int64_t a, int64_t b) {
  SmallVector<int64_t> perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
  std::swap(perm[a], perm[b]);
  return perm;
}

SmallVector<Value> ConvOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  RankedTensorType x = typeOf(getX()), w = typeOf(getW()), y = typeOf(getY());
  Value dy = dys[0];
  int64_t rank = x.getRank(), spatial = getStrides().size(), first = rank - spatial;
  SmallVector<int64_t> ones(spatial, 1), zeros(rank, 0);

  // dx: dy spread out by the stride and padded by the kernel's reach, against the kernel
  // turned round with its channel dims swapped. Elements of x that no window reached get zeros.
  SmallVector<int64_t> low = zeros, high = zeros, interior = zeros, kernelDims;
  for (int64_t i = 0; i < spatial; ++i) {
    int64_t dim = first + i, reach = (w.getDimSize(dim) - 1) * getDilations()[i];
    int64_t spread = (y.getDimSize(dim) - 1) * getStrides()[i] + 1;
    kernelDims.push_back(dim);
    low[dim] = reach;
    high[dim] = x.getDimSize(dim) - spread;
    interior[dim] = getStrides()[i] - 1;
  }
  Value padded = PadOp::create(b, dy, low, high, interior, APFloat(0.0));
  Value turned = ReverseOp::create(b, getW(), kernelDims);
  Value swapped = PermuteOp::create(b, turned, swapping(rank, first - 2, first - 1)); // [c,o,k..]
  Value dx = ConvOp::create(b, padded, swapped, ones, getDilations());

  // dw: x with channels as its batch, against dy as a kernel; stride and dilation change roles.
  SmallVector<int64_t> channelsFirst = swapping(rank, 0, first - 1); // [c,g..,n,s..]
  Value xAsBatch = PermuteOp::create(b, getX(), channelsFirst);
  // [g..,o,n,s..] of [n,g..,o,s..], and [g..,o,c,k..] of [c,g..,o,k..]
  SmallVector<int64_t> firstInside = llvm::to_vector(llvm::seq<int64_t>(1, first));
  firstInside.push_back(0);
  llvm::append_range(firstInside, llvm::seq<int64_t>(first, rank));
  Value dyAsKernel = PermuteOp::create(b, dy, firstInside);
  Value dwMoved = ConvOp::create(b, xAsBatch, dyAsKernel, getDilations(), getStrides());
  Value dw = PermuteOp::create(b, dwMoved, firstInside);
  if (dw.getType() != w) // a stride that does not divide leaves rows that no kernel element has
    dw = SliceOp::create(b, dw, zeros, w.getShape(), SmallVector<int64_t>(rank, 1));
  return {dx, dw};
}

LoopNest ConvOp::loops() { // n, g.., o, spatial.. | kernel.., c
  RankedTensorType y = typeOf(getY()), w = typeOf(getW());
  int64_t rank = y.getRank(), spatial = getStrides().size(), first = rank - spatial;
  LoopNest nest;
  for (auto [size, live] : llvm::zip(y.getShape(), liveOf(y)))
    nest.loops.push_back({size, live, false});
  for (int64_t dim = first; dim < rank; ++dim)
    nest.loops.push_back({w.getDimSize(dim), LiveDim(), true});
  // Channels innermost: contiguous in the layouts convolutions get.
  nest.loops.push_back({w.getDimSize(first - 1), liveOf(w)[first - 1], true});

  int64_t loops = nest.loops.size();
  auto d = [&](int64_t i) { return getAffineDimExpr(i, getContext()); };
  SmallVector<AffineExpr> x, kernel, result;
  for (int64_t i = 0; i < rank; ++i)
    result.push_back(d(i));
  x.push_back(d(0));
  for (int64_t group = 1; group < first - 1; ++group) {
    x.push_back(d(group));
    kernel.push_back(d(group));
  }
  kernel.push_back(d(first - 1));
  x.push_back(d(loops - 1));
  kernel.push_back(d(loops - 1));
  for (int64_t i = 0; i < spatial; ++i) {
    x.push_back(d(first + i) * getStrides()[i] + d(rank + i) * getDilations()[i]);
    kernel.push_back(d(rank + i));
  }
  nest.operandMaps = {AffineMap::get(loops, 0, x, getContext()),
                      AffineMap::get(loops, 0, kernel, getContext())};
  nest.resultMaps = {AffineMap::get(loops, 0, result, getContext())};
  return nest;
}

SmallVector<TypedAttr> ConvOp::inits() {
  return {cast<TypedAttr>(Builder(getContext()).getZeroAttr(typeOf(getY()).getElementType()))};
}

SmallVector<Value> ConvOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args, ValueRange accs) {
  return {addedProduct(b, args[0], args[1], accs[0], getBf16())};
}
