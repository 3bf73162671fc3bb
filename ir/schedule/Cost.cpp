//===- Cost.cpp - what one launch of a kernel costs --------------------------------------===//
//
// Counted on linalg, where iterations and the arithmetic of one iteration are explicit: a
// contraction's multiply and add make two operations each.
//===--------------------------------------------------------------------------------------===//
#include "ir/schedule/Cost.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace dlc;
using namespace dlc::step;

static constexpr llvm::StringLiteral flopsName = "cost.flops", bytesName = "cost.bytes";

/// One floating-point operation: comparisons, selections and conversions move data.
static bool isArithmetic(Operation &op) {
  if (!isa<arith::ArithDialect, math::MathDialect>(op.getDialect()) || op.getNumResults() != 1 ||
      !op.getResult(0).getType().isFloat())
    return false;
  return op.getNumOperands() > 0 && !isa<arith::SelectOp>(op) && !isa<CastOpInterface>(op);
}

static double bytesOf(Type type) {
  auto memref = dyn_cast<MemRefType>(type);
  if (!memref || !memref.hasStaticShape())
    return 0;
  return double(memref.getNumElements()) * ((memref.getElementTypeBitWidth() + 7) / 8);
}

/// The products between the transforms: 36 for 4x4 elements of y, [N,H,W,O].
static double winogradFlops(Value x, Value y) {
  ArrayRef<int64_t> shape = cast<MemRefType>(y.getType()).getShape();
  double tiles = double(shape[0]) * double(llvm::divideCeil(shape[1], 4)) *
                 double(llvm::divideCeil(shape[2], 4));
  return 2 * 36 * tiles * double(shape[3]) * double(cast<MemRefType>(x.getType()).getDimSize(3));
}

Cost dlc::step::costOf(KernelOp kernel) {
  Cost cost;
  auto flops = kernel->getAttrOfType<FloatAttr>(flopsName);
  auto bytes = kernel->getAttrOfType<FloatAttr>(bytesName);
  if (flops && bytes)
    return {flops.getValueAsDouble(), bytes.getValueAsDouble()};

  kernel.walk([&](linalg::LinalgOp op) {
    double iterations = 1;
    for (int64_t range : op.getStaticLoopRanges())
      iterations *= double(range);
    cost.flops += iterations * double(llvm::count_if(*op.getBlock(), isArithmetic));
  });
  kernel.walk([&](WinogradOp op) { cost.flops += winogradFlops(op.getX(), op.getY()); });
  kernel.walk([&](WinogradWeightOp op) { cost.flops += winogradFlops(op.getX(), op.getOther()); });
  for (Type type : kernel.getBody().front().getArgumentTypes())
    cost.bytes += bytesOf(type);
  return cost;
}

void dlc::step::recordCost(KernelOp kernel) {
  Cost cost = costOf(kernel);
  Builder builder(kernel.getContext());
  kernel->setAttr(flopsName, builder.getF64FloatAttr(cost.flops));
  kernel->setAttr(bytesName, builder.getF64FloatAttr(cost.bytes));
}
