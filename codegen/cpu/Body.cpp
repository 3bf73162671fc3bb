//===- Body.cpp - a linalg body on vectors ------------------------------------------===//
// Scalars stay scalars until they meet a vector, so what is uniform along the lanes (a broadcast
// operand, a setting) is computed once. The only fused multiply-adds are acc + a * b, written by
// us: LLVM may not contract, so that the bits do not depend on its heuristics.
#include "codegen/cpu/Emitter.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
namespace dlc::cpu {

Value Emitter::splat(Value value, int64_t lanes) {
  if (lanes == 1 || isa<VectorType>(value.getType()))
    return value;
  auto type = VectorType::get({lanes}, value.getType());
  Attribute attribute;
  if (matchPattern(value, m_Constant(&attribute)))
    return arith::ConstantOp::create(b, DenseElementsAttr::get(type, attribute));
  Value &known = splats[value];
  if (!known || known.getType() != type)
    known = vector::BroadcastOp::create(b, type, value);
  return known;
}

Value Emitter::loopIndex(int loop, const Tile &tile, const Point &point, const Lanes &lanes) {
  if (loop < 0)
    return index(0);
  Value scalar = add(tile.base[loop], point.delta[loop]);
  if (loop != lanes.loop)
    return scalar;
  auto steps = llvm::to_vector(llvm::seq<int64_t>(0, lanes.count));
  return arith::AddIOp::create(b, splat(scalar, lanes.count),
                               constantVector(steps, b.getIndexType()));
}

/// The product that `op` adds to an accumulator, if nothing else wants it.
static arith::MulFOp addedProduct(const Stage &stage, Operation &op) {
  auto sum = dyn_cast<arith::AddFOp>(op);
  if (!sum)
    return nullptr;
  for (auto [accumulator, product] :
       {std::pair(sum.getLhs(), sum.getRhs()), std::pair(sum.getRhs(), sum.getLhs())}) {
    auto argument = dyn_cast<BlockArgument>(accumulator);
    auto multiply = product.getDefiningOp<arith::MulFOp>();
    if (argument && argument.getArgNumber() >= stage.numInputs && multiply &&
        multiply->hasOneUse() && stage.op.getNumReductionLoops())
      return multiply;
  }
  return nullptr;
}

SmallVector<Value> Emitter::body(const Stage &stage, ArrayRef<Value> arguments, const Tile &tile,
                                 const Point &point, const Lanes &lanes) {
  DenseMap<Value, Value> mapped;
  for (auto [argument, value] : llvm::zip(stage.body().getArguments(), arguments))
    mapped[argument] = value;
  auto lookup = [&](Value value) {
    if (Value known = mapped.lookup(value))
      return known;
    if (Value known = invariants.lookup(value))
      return known;
    return outer(value);
  };
  const int64_t width = lanes.loop < 0 ? 1 : lanes.count;
  auto emit = [&](Operation *clone) {
    bool wide =
        llvm::any_of(clone->getOperands(), [](Value v) { return isa<VectorType>(v.getType()); });
    if (wide) {
      for (OpOperand &operand : clone->getOpOperands())
        operand.set(splat(operand.get(), width));
      for (OpResult result : clone->getResults())
        result.setType(widened(result.getType(), width));
    }
    b.insert(clone);
    return clone;
  };
  DenseSet<Operation *> fused;
  for (Operation &op : stage.body().without_terminator())
    if (arith::MulFOp product = addedProduct(stage, op))
      fused.insert(product);

  for (Operation &op : stage.body().without_terminator()) {
    if (fused.contains(&op) || op.hasTrait<OpTrait::ConstantLike>() ||
        (op.getNumResults() && invariants.contains(op.getResult(0))))
      continue;
    if (auto loop = dyn_cast<linalg::IndexOp>(op)) {
      mapped[loop] = loopIndex(stage.loopOf[loop.getDim()], tile, point, lanes);
      continue;
    }
    if (arith::MulFOp product = addedProduct(stage, op)) {
      auto sum = cast<arith::AddFOp>(op);
      Value x = lookup(product.getLhs());
      Value y = lookup(product.getRhs());
      Value accumulator = lookup(sum.getLhs() == product ? sum.getRhs() : sum.getLhs());
      if (lanes.loop >= 0)
        x = splat(x, width), y = splat(y, width), accumulator = splat(accumulator, width);
      mapped[sum] = math::FmaOp::create(b, x, y, accumulator);
      continue;
    }
    if (Value loaded; emitIndirect(op, stage, tile, point, lanes, lookup, loaded)) {
      if (loaded)
        mapped[op.getResult(0)] = loaded;
      continue;
    }
    SmallVector<Value> operands;
    for (Value operand : op.getOperands())
      operands.push_back(lookup(operand));
    Operation *clone = op.clone();
    clone->setOperands(operands);
    emit(clone);
    for (auto [from, to] : llvm::zip(op.getResults(), clone->getResults()))
      mapped[from] = to;
  }
  Values results;
  for (Value result : stage.body().getTerminator()->getOperands())
    results.push_back(splat(lookup(result), width));
  return results;
}
} // namespace dlc::cpu
