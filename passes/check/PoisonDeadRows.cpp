//===- PoisonDeadRows.cpp - a test mode for dynamic dimensions ------------------------===//
// Elements beyond the live extent may hold anything and nothing live may depend on them. This
// proves it: between fusion and lowering, every dynamic operand of every launch passes through
// a kernel that replaces its dead elements by NaN (or by a silly integer). Live results must
// not change by a bit.
//
//   %y = step.launch @k0(%x)   =>   %p = step.launch @poison_k0_0(%x)
//                                   %y = step.launch @k0(%p)
//===--------------------------------------------------------------------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"
#include "ir/schedule/Dialect.h"
#include "passes/Passes.h"
#include <limits>

using namespace mlir;
using namespace dlc;
using namespace dlc::ir;

namespace dlc {
#define GEN_PASS_DEF_POISONDEADROWSPASS
#include "passes/Passes.h.inc"
} // namespace dlc

/// A kernel that copies its operand and poisons what is dead. Inside, all of it counts as
/// live, so that every element is written.
static step::KernelOp poisonKernel(step::LaunchOp launch, step::KernelOp user, unsigned operand) {
  RankedTensorType type = typeOf(launch.getOperands()[operand]), whole = withoutLive(type);
  ImplicitLocOpBuilder b(launch.getLoc(), user);
  std::string name = ("poison_" + launch.getKernel() + "_" + std::to_string(operand)).str();
  Attribute layout = (*user.getLayouts())[operand];
  auto kernel = step::KernelOp::create(b, name, 1, 1, b.getArrayAttr({layout, layout}), nullptr,
                                       nullptr, nullptr, nullptr);
  Block *body = &kernel.getBody().emplaceBlock();
  Value x = body->addArgument(whole, b.getLoc());
  b.setInsertionPointToEnd(body);
  RankedTensorType ints = withElement(whole, b.getI64Type());
  Value poison;
  if (isa<FloatType>(type.getElementType()))
    poison = emitNumber(b, std::numeric_limits<double>::quiet_NaN(), whole);
  else
    poison = emitNumber(b, type.getElementType().isInteger(1) ? 1 : -77, whole);
  SmallVector<int64_t> all = llvm::to_vector(llvm::seq<int64_t>(0, type.getRank()));
  for (auto [axis, live] : llvm::enumerate(liveOf(type))) {
    if (!live.symbol)
      continue;
    Value extent = ExtentOp::create(b, live.symbol);
    Value alive = Expr(b, extent) * Expr(double(live.mul)) + Expr(double(live.add));
    Value aliveEverywhere = BroadcastOp::create(b, ints, alive, all);
    Value index = IotaOp::create(b, ints, axis);
    x = select(Expr(b, index) < Expr(b, aliveEverywhere), Expr(b, x), Expr(b, poison));
  }
  step::ReturnOp::create(b, x);
  return kernel;
}

namespace {
struct PoisonDeadRowsPass : dlc::impl::PoisonDeadRowsPassBase<PoisonDeadRowsPass> {
  void runOnOperation() override {
    SmallVector<step::LaunchOp> launches;
    getOperation()->walk([&](step::LaunchOp launch) { launches.push_back(launch); });
    for (step::LaunchOp launch : launches) {
      auto user =
          launch->getParentOfType<ProgramOp>().lookupSymbol<step::KernelOp>(launch.getKernel());
      OpBuilder b(launch);
      for (auto [i, operand] : llvm::enumerate(launch.getOperands())) {
        bool dynamic =
            llvm::any_of(liveOf(typeOf(operand)), [](LiveDim dim) { return bool(dim.symbol); });
        if (!dynamic || operand.getDefiningOp<step::EmptyOp>())
          continue; // of an empty buffer nothing is read, and everything dead
        step::KernelOp kernel = poisonKernel(launch, user, i);
        auto poisoned = step::LaunchOp::create(b, launch.getLoc(), operand.getType(),
                                               kernel.getSymName(), operand);
        launch.setOperand(i, poisoned.getResult(0));
      }
    }
  }
};
} // namespace
