//===- Contraction.cpp - for each op: type, derivative, loops ---------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/Precision.h"
#include "ir/graph/expr/Expr.h"
#include "mlir/Dialect/Arith/IR/Arith.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Contraction.cpp.inc"

static SmallVector<TypedAttr> zeroOf(Value like) {
  return {cast<TypedAttr>(Builder(like.getContext()).getZeroAttr(typeOf(like).getElementType()))};
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
  return {addedProduct(b, args[0], args[1], accs[0], getBf16())};
}
