//===- Contraction.cpp - for each op: type, derivative, loops ---------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Contraction.cpp.inc"

static SmallVector<TypedAttr> zeroOf(Value like) {
  return {cast<TypedAttr>(Builder(like.getContext()).getZeroAttr(typeOf(like).getElementType()))};
}

static SmallVector<Value> multiplyAdd(ImplicitLocOpBuilder &b, ValueRange args, ValueRange accs) {
  return {Expr(b, accs[0]) + Expr(b, args[0]) * Expr(b, args[1])};
}

//===- ContractOp -------------------------------------------------------------===//

namespace {
struct Axis {
  int64_t size = 0;
  LiveDim live;
  int count = 0;
};
} // namespace

static std::optional<int64_t> firstRepeated(ArrayRef<int64_t> labels) {
  llvm::SmallDenseSet<int64_t> seen;
  for (int64_t label : labels)
    if (!seen.insert(label).second)
      return label;
  return std::nullopt;
}

LogicalResult ContractOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                           SmallVectorImpl<Type> &types) {
  RankedTensorType lhs = typeOf(op.getLhs()), rhs = typeOf(op.getRhs());
  if (lhs.getElementType() != rhs.getElementType())
    return emitOptionalError(loc, "`contract` of ", describe(lhs), " and ", describe(rhs),
                             "; the element types must be equal, hint: `.to(dtype)`");
  llvm::SmallDenseMap<int64_t, Axis> axes;
  for (auto [type, labels] : {std::pair(lhs, op.getLhsDims()), std::pair(rhs, op.getRhsDims())}) {
    if (int64_t(labels.size()) != type.getRank())
      return emitOptionalError(loc, "`contract` labels ", labels.size(), " dims of ",
                               describe(type), ", which has ", type.getRank());
    if (std::optional<int64_t> label = firstRepeated(labels))
      return emitOptionalError(loc, "`contract` has label ", *label, " twice in ", describe(type),
                               "; a label stands at most once in each tensor");
    for (auto [label, size, live] : llvm::zip(labels, type.getShape(), liveOf(type))) {
      Axis &axis = axes[label];
      if (axis.count++ && (axis.size != size || axis.live != live))
        return emitOptionalError(loc, "shapes ", describe(lhs), " and ", describe(rhs),
                                 " do not contract: a dim of ", axis.size, " meets a dim of ", size,
                                 axis.live == live ? "" : " of another dynamic extent",
                                 "; contracted dims must be equal");
      axis.size = size;
      axis.live = live;
    }
  }
  if (std::optional<int64_t> label = firstRepeated(op.getOutDims()))
    return emitOptionalError(loc, "`contract` has label ", *label,
                             " twice in its result; a label stands at most once in each tensor");
  SmallVector<int64_t> shape;
  SmallVector<LiveDim> live;
  for (int64_t label : op.getOutDims()) {
    if (!axes.contains(label))
      return emitOptionalError(loc, "`contract` has label ", label, " in its result alone");
    Axis &axis = axes[label];
    ++axis.count;
    shape.push_back(axis.size);
    live.push_back(axis.live);
  }
  for (auto &[label, axis] : axes)
    if (axis.count < 2)
      return emitOptionalError(loc, "`contract` has label ", label,
                               " once; a label stands in at least two places, hint: sum it first");
  types.push_back(tensorOf(shape, live, lhs.getElementType()));
  return success();
}

SmallVector<Value> ContractOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  Value dlhs = ContractOp::create(b, dys[0], getRhs(), getOutDims(), getRhsDims(), getLhsDims());
  Value drhs = ContractOp::create(b, getLhs(), dys[0], getLhsDims(), getOutDims(), getRhsDims());
  return {dlhs, drhs};
}

LoopNest ContractOp::loops() {
  LoopNest nest;
  llvm::SmallDenseMap<int64_t, int64_t> loopOf;
  auto addLoops = [&](RankedTensorType type, ArrayRef<int64_t> labels, bool reduces) {
    for (auto [label, size, live] : llvm::zip(labels, type.getShape(), liveOf(type)))
      if (loopOf.try_emplace(label, nest.loops.size()).second)
        nest.loops.push_back({size, live, reduces});
  };
  addLoops(typeOf(getY()), getOutDims(), false);
  addLoops(typeOf(getLhs()), getLhsDims(), true);
  auto mapOf = [&](ArrayRef<int64_t> labels) {
    SmallVector<AffineExpr> exprs;
    for (int64_t label : labels)
      exprs.push_back(getAffineDimExpr(loopOf[label], getContext()));
    return AffineMap::get(nest.loops.size(), 0, exprs, getContext());
  };
  nest.operandMaps = {mapOf(getLhsDims()), mapOf(getRhsDims())};
  nest.resultMaps = {mapOf(getOutDims())};
  return nest;
}

SmallVector<TypedAttr> ContractOp::inits() { return zeroOf(getY()); }

SmallVector<Value> ContractOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                           ValueRange accs) {
  return multiplyAdd(b, args, accs);
}

//===- Conv2dOp ---------------------------------------------------------------===//

LogicalResult Conv2dOp::inferReturnTypes(MLIRContext *, std::optional<Location> loc, Adaptor op,
                                         SmallVectorImpl<Type> &types) {
  RankedTensorType x = typeOf(op.getX()), w = typeOf(op.getW());
  if (x.getRank() != 4 || w.getRank() != 4)
    return emitOptionalError(loc, "`conv2d` takes [N,C,H,W] and [O,C,KH,KW], got ", describe(x),
                             " and ", describe(w));
  if (op.getStrides().size() != 2 || op.getDilations().size() != 2)
    return emitOptionalError(loc, "`conv2d` takes 2 strides and 2 dilations, got ",
                             op.getStrides().size(), " and ", op.getDilations().size());
  if (x.getElementType() != w.getElementType())
    return emitOptionalError(loc, "`conv2d` of ", describe(x), " and ", describe(w),
                             "; the element types must be equal, hint: `.to(dtype)`");
  SmallVector<LiveDim> xLive = liveOf(x), wLive = liveOf(w);
  if (x.getDimSize(1) != w.getDimSize(1) || xLive[1] != wLive[1])
    return emitOptionalError(loc, "`conv2d` of an input ", describe(x), " with ", x.getDimSize(1),
                             " channels and a weight ", describe(w), " for ", w.getDimSize(1),
                             "; dim 1 of both must be equal");
  SmallVector<int64_t> shape{x.getDimSize(0), w.getDimSize(0)};
  for (int64_t i = 0; i < 2; ++i) {
    int64_t size = x.getDimSize(2 + i), kernel = w.getDimSize(2 + i);
    int64_t stride = op.getStrides()[i], dilation = op.getDilations()[i];
    if (stride < 1 || dilation < 1)
      return emitOptionalError(loc, "`conv2d` with stride ", stride, " and dilation ", dilation,
                               "; both are at least 1");
    int64_t reach = (kernel - 1) * dilation + 1;
    if (size < reach)
      return emitOptionalError(loc, "`conv2d` with a kernel that spans ", reach, " of dim ", 2 + i,
                               " of ", describe(x), ", which has ", size,
                               "; the kernel must fit, hint: add padding");
    shape.push_back((size - reach) / stride + 1);
  }
  for (const LiveDim &live : {xLive[2], xLive[3], wLive[0], wLive[2]})
    if (live.symbol && live != wLive[2])
      return emitOptionalError(loc, "`conv2d` of ", describe(x), " and ", describe(w),
                               "; height, width and output channels must be static");
  types.push_back(tensorOf(shape, {xLive[0], wLive[0], LiveDim(), LiveDim()}, x.getElementType()));
  return success();
}

SmallVector<Value> Conv2dOp::vjp(ImplicitLocOpBuilder &b, ValueRange dys) {
  RankedTensorType x = typeOf(getX()), w = typeOf(getW()), y = typeOf(getY());
  Value dy = dys[0];

  // dx: dy spread out by the stride and padded by the kernel's reach, against the kernel
  // turned round with its channel dims swapped. Rows of x that no window reached get zeros.
  SmallVector<int64_t> low{0, 0}, high{0, 0}, interior{0, 0};
  for (int64_t i = 0; i < 2; ++i) {
    int64_t reach = (w.getDimSize(2 + i) - 1) * getDilations()[i];
    int64_t spread = (y.getDimSize(2 + i) - 1) * getStrides()[i] + 1;
    low.push_back(reach);
    high.push_back(x.getDimSize(2 + i) - spread);
    interior.push_back(getStrides()[i] - 1);
  }
  Value padded = PadOp::create(b, dy, low, high, interior, APFloat(0.0));
  Value turned = ReverseOp::create(b, getW(), ArrayRef<int64_t>{2, 3});
  Value swapped = PermuteOp::create(b, turned, ArrayRef<int64_t>{1, 0, 2, 3}); // [c,o,kh,kw]
  Value dx = Conv2dOp::create(b, padded, swapped, ArrayRef<int64_t>{1, 1}, getDilations());

  // dw: x with channels as its batch, against dy as a kernel; stride and dilation change roles.
  Value xAsBatch = PermuteOp::create(b, getX(), ArrayRef<int64_t>{1, 0, 2, 3}); // [c,n,h,w]
  Value dyAsKernel = PermuteOp::create(b, dy, ArrayRef<int64_t>{1, 0, 2, 3});   // [o,n,i,j]
  Value dwSwapped = Conv2dOp::create(b, xAsBatch, dyAsKernel, getDilations(), getStrides());
  Value dw = PermuteOp::create(b, dwSwapped, ArrayRef<int64_t>{1, 0, 2, 3}); // [o,c,.,.]
  if (dw.getType() != w) // a stride that does not divide leaves rows that no kernel element has
    dw = SliceOp::create(b, dw, ArrayRef<int64_t>{0, 0, 0, 0}, w.getShape(),
                         ArrayRef<int64_t>{1, 1, 1, 1});
  return {dx, dw};
}

LoopNest Conv2dOp::loops() { // n, o, i, j | c, u, v
  RankedTensorType y = typeOf(getY()), w = typeOf(getW());
  LoopNest nest;
  for (auto [size, live] : llvm::zip(y.getShape(), liveOf(y)))
    nest.loops.push_back({size, live, false});
  SmallVector<LiveDim> wLive = liveOf(w);
  for (int64_t dim : {2, 3, 1}) // channels innermost: contiguous in the layouts convolutions get
    nest.loops.push_back({w.getDimSize(dim), wLive[dim], true});
  SmallVector<AffineExpr> d;
  for (int64_t i = 0; i < 7; ++i)
    d.push_back(getAffineDimExpr(i, getContext()));
  AffineExpr u = d[4], v = d[5], c = d[6];
  AffineExpr row = d[2] * getStrides()[0] + u * getDilations()[0];
  AffineExpr column = d[3] * getStrides()[1] + v * getDilations()[1];
  nest.operandMaps = {AffineMap::get(7, 0, {d[0], c, row, column}, getContext()),
                      AffineMap::get(7, 0, {d[1], c, u, v}, getContext())};
  nest.resultMaps = {AffineMap::get(7, 0, {d[0], d[1], d[2], d[3]}, getContext())};
  return nest;
}

SmallVector<TypedAttr> Conv2dOp::inits() { return zeroOf(getY()); }

SmallVector<Value> Conv2dOp::emitCombine(ImplicitLocOpBuilder &b, ValueRange args,
                                         ValueRange accs) {
  return multiplyAdd(b, args, accs);
}
