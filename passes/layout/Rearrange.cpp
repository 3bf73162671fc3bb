//===- Rearrange.cpp - copies where storage is not what an op needs ---------------===//
#include "passes/layout/Rearrange.h"
#include "passes/fusion/Buffers.h"
#include "passes/layout/KernelLayouts.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

void dlc::straighten(ReshapeOp reshape) {
  Value x = reshape.getX();
  if (keepsStorage(typeOf(x), layoutOf(x), typeOf(reshape.getY()), layoutOf(reshape.getY())))
    return;
  Operation *producer = x.getDefiningOp();
  bool inKernel =
      producer && isa<ScalarBody>(producer) && producer->hasOneUse() &&
      llvm::all_of(reshape->getUsers(), [](Operation *user) { return isa<ScalarBody>(user); });
  if (inKernel)
    return;
  if (reshape->hasAttr("dlc.layouts"))
    reshape->removeAttr("dlc.layouts");
  if (isRowMajor(layoutOf(x)))
    return;
  OpBuilder b(reshape);
  auto copy = CopyOp::create(b, reshape.getLoc(), x);
  reshape.setOperand(copy);
}

void dlc::arrange(Operation *op) {
  OpBuilder b(op);
  for (OpOperand &operand : op->getOpOperands()) {
    Operation *producer = operand.get().getDefiningOp();
    bool isWeight = isa<WinogradOp>(op) && operand.getOperandNumber() == 1;
    Layout wanted = isWeight ? winogradWeight() : winogradImage();
    bool moves = isa_and_nonnull<Movement, Creation>(producer) && !isAlias(producer);
    if (layoutOf(operand.get()) == wanted && !moves)
      continue;
    auto copy = CopyOp::create(b, op->getLoc(), operand.get());
    setLayout(copy->getResult(0), wanted);
    operand.set(copy);
  }
  OpResult y = op->getResult(0);
  Layout given = layoutOf(y), wanted = isa<WinogradOp>(op) ? winogradImage() : winogradSums();
  setLayout(y, wanted);
  if (given == wanted)
    return;
  b.setInsertionPointAfter(op);
  auto copy = CopyOp::create(b, op->getLoc(), y);
  setLayout(copy->getResult(0), given);
  y.replaceAllUsesExcept(copy, copy);
}

/// The constant of the loop that is `argument` in another storage order.
static Value turned(ScanOp scan, BlockArgument argument, const Layout &layout) {
  Value outer = outerOf(argument);
  for (auto [other, value] : llvm::zip(scan.constArguments(), scan.getConsts()))
    if (auto copy = value.getDefiningOp<CopyOp>();
        copy && copy->getOperand(0) == outer && layoutOf(value) == layout)
      return other;
  OpBuilder b(scan);
  auto copy = CopyOp::create(b, argument.getLoc(), outer);
  setLayout(copy->getResult(0), layout);
  const unsigned place = 1 + scan.getXs().size() + scan.getConsts().size();
  Value constant = scan.getBody().insertArgument(place, argument.getType(), argument.getLoc());
  scan.getConstsMutable().append(copy->getResult(0));
  return constant;
}

void dlc::turnConstants(ScanOp scan) {
  constexpr int64_t manySteps = 16;
  if (int64_t(scan.getLength()) < manySteps)
    return;
  for (ContractOp contract : llvm::to_vector(scan.getBody().getOps<ContractOp>())) {
    LoopNest nest = contract.loops();
    if (typeOf(contract.getY()).getRank() == 0)
      continue;
    AffineExpr lanes = nest.resultMaps[0].getResult(layoutOf(contract.getY()).back());
    for (OpOperand &operand : contract->getOpOperands()) {
      auto argument = dyn_cast<BlockArgument>(operand.get());
      ArrayRef<AffineExpr> axes = nest.operandMaps[operand.getOperandNumber()].getResults();
      const int64_t axis = llvm::find(axes, lanes) - axes.begin();
      if (argument && llvm::is_contained(scan.constArguments(), argument) &&
          axis < int64_t(axes.size()) && layoutOf(argument).back() != axis)
        operand.set(turned(scan, argument, withInnermost(rowMajor(axes.size()), axis)));
    }
  }
}
