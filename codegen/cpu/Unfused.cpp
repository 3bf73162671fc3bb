//===- Unfused.cpp - multiply-add for processors that lack the instruction ---------===//
// LLVM would call fmaf for every lane. A contraction multiplies and adds: two roundings a step, as
// everybody's without the instruction. The polynomials count on one rounding; there a multiply-add
// of f32 goes through f64, where the product is exact.
#include "codegen/cpu/Lower.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
namespace dlc::cpu {

static void replaceAll(ModuleOp module, function_ref<Value(OpBuilder &, math::FmaOp)> replacement) {
  module.walk([&](math::FmaOp op) {
    OpBuilder b(op);
    if (Value value = replacement(b, op)) {
      op.replaceAllUsesWith(value);
      op.erase();
    }
  });
}

void separateMultiplyAdd(ModuleOp module) {
  replaceAll(module, [](OpBuilder &b, math::FmaOp op) -> Value {
    Value product = arith::MulFOp::create(b, op.getLoc(), op.getA(), op.getB());
    return arith::AddFOp::create(b, op.getLoc(), product, op.getC());
  });
}

static Type ofWidth64(OpBuilder &b, Type type) {
  if (auto vector = dyn_cast<VectorType>(type))
    return VectorType::get(vector.getShape(), b.getF64Type());
  return b.getF64Type();
}

void widenMultiplyAdd(ModuleOp module) {
  replaceAll(module, [](OpBuilder &b, math::FmaOp op) -> Value {
    if (!getElementTypeOrSelf(op.getType()).isF32())
      return nullptr;
    Type wide = ofWidth64(b, op.getType());
    auto widened = [&](Value x) -> Value { return arith::ExtFOp::create(b, op.getLoc(), wide, x); };
    Value x = widened(op.getA()), y = widened(op.getB()), z = widened(op.getC());
    Value product = arith::MulFOp::create(b, op.getLoc(), x, y);
    Value sum = arith::AddFOp::create(b, op.getLoc(), product, z);
    return arith::TruncFOp::create(b, op.getLoc(), op.getType(), sum);
  });
}
} // namespace dlc::cpu
