//===- StepSums.cpp - sums over the steps of a loop, taken behind it ----------------===//
#include "passes/autodiff/StepSums.h"
#include "ir/graph/expr/Expr.h"
#include "llvm/ADT/SetVector.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

/// f(a) + f(b) = f(a + b), and nothing but the operand changes from step to step.
static bool isLinear(Operation *op) {
  if (auto pad = dyn_cast<PadOp>(op))
    return pad.getValue().isZero();
  if (auto convert = dyn_cast<ConvertOp>(op))
    return isa<FloatType>(typeOf(convert.getX()).getElementType());
  return isa<Movement, NegOp>(op);
}

bool StepSums::canHoist(Value share, Predicate varies) const {
  Operation *op = share.getDefiningOp();
  if (!op)
    return false;
  if (isa<ContractOp, ReduceSumOp>(op))
    return llvm::all_of(op->getOperands(), varies);
  if (isLinear(op))
    return canHoist(op->getOperand(0), varies);
  return isa<AddOp>(op) &&
         llvm::all_of(op->getOperands(), [&](Value x) { return canHoist(x, varies); });
}

SmallVector<Value> StepSums::wanted(Value share) const {
  Operation *op = share.getDefiningOp();
  if (isa<ContractOp, ReduceSumOp>(op))
    return SmallVector<Value>(op->getOperands());
  SmallVector<Value> all;
  for (Value x : op->getOperands())
    llvm::append_range(all, wanted(x));
  return all;
}

Value StepSums::build(ImplicitLocOpBuilder &b, Value share, Outer stackOf) const {
  Operation *op = share.getDefiningOp();
  b.setLoc(op->getLoc());
  if (auto contract = dyn_cast<ContractOp>(op)) {
    int64_t steps = 0; // a label that nobody has
    for (ArrayRef<int64_t> labels : {contract.getLhsDims(), contract.getRhsDims()})
      for (int64_t label : labels)
        steps = std::max(steps, label + 1);
    SmallVector<int64_t> lhs{steps}, rhs{steps};
    llvm::append_range(lhs, contract.getLhsDims());
    llvm::append_range(rhs, contract.getRhsDims());
    return ContractOp::create(b, stackOf(contract.getLhs()), stackOf(contract.getRhs()), lhs, rhs,
                              contract.getOutDims());
  }
  if (auto sum = dyn_cast<ReduceSumOp>(op)) {
    SmallVector<int64_t> dims{0};
    for (int64_t dim : sum.getDims())
      dims.push_back(dim + 1);
    return ReduceSumOp::create(b, stackOf(sum.getX()), dims);
  }
  if (isa<AddOp>(op)) {
    Value lhs = build(b, op->getOperand(0), stackOf);
    Value rhs = build(b, op->getOperand(1), stackOf);
    return Expr(b, lhs) + Expr(b, rhs);
  }
  Value x = build(b, op->getOperand(0), stackOf);
  b.setLoc(op->getLoc());
  Operation *again = b.clone(*op);
  again->setOperand(0, x);
  return again->getResult(0);
}
