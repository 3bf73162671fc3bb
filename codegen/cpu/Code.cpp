//===- Code.cpp - what kernels that no loop nest says are written with --------------===//
#include "codegen/cpu/Code.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/MemRef/IR/MemRef.h"
#include "mlir/Dialect/SCF/IR/SCF.h"

using namespace mlir;
namespace dlc::cpu {

Value Code::number(int64_t value) { return arith::ConstantIndexOp::create(b, value); }
Value Code::plus(Value lhs, Value rhs) { return arith::AddIOp::create(b, lhs, rhs); }
Value Code::plus(Value lhs, int64_t rhs) { return rhs ? plus(lhs, number(rhs)) : lhs; }
Value Code::times(Value lhs, int64_t rhs) { return arith::MulIOp::create(b, lhs, number(rhs)); }
Value Code::least(Value lhs, Value rhs) { return arith::MinUIOp::create(b, lhs, rhs); }
Value Code::quotient(Value lhs, Value rhs) { return arith::DivUIOp::create(b, lhs, rhs); }
Value Code::remainder(Value lhs, Value rhs) { return arith::RemUIOp::create(b, lhs, rhs); }

Value Code::evaluate(AffineExpr expr) {
  if (auto constant = dyn_cast<AffineConstantExpr>(expr))
    return number(constant.getValue());
  if (auto dim = dyn_cast<AffineDimExpr>(expr))
    return dims[dim.getPosition()];
  auto binary = cast<AffineBinaryOpExpr>(expr); // a live extent: mul * n + add
  Value lhs = evaluate(binary.getLHS()), rhs = evaluate(binary.getRHS());
  if (expr.getKind() == AffineExprKind::Add)
    return plus(lhs, rhs);
  return arith::MulIOp::create(b, lhs, rhs);
}

void Code::loop(Value from, Value to, Value by, function_ref<void(Value)> body) {
  auto loop = scf::ForOp::create(b, from, to, by);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(loop.getBody());
  body(loop.getInductionVar());
}

void Code::upTo(Value end, int64_t by, function_ref<void(Value)> body) {
  Value zero = number(0), step = number(by);
  loop(zero, end, step, body);
}

SmallVector<Value> Code::accumulate(Value from, Value to, int64_t by, ValueRange init,
                                    function_ref<SmallVector<Value>(Value, ValueRange)> body) {
  Value step = number(by);
  auto loop = scf::ForOp::create(b, from, to, step, init);
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(loop.getBody());
  SmallVector<Value> next = body(loop.getInductionVar(), loop.getRegionIterArgs());
  scf::YieldOp::create(b, next);
  return SmallVector<Value>(loop.getResults());
}

void Code::when(Value condition, function_ref<void()> then, function_ref<void()> otherwise) {
  auto branch = scf::IfOp::create(b, condition, static_cast<bool>(otherwise));
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToStart(branch.thenBlock());
  then();
  if (!otherwise)
    return;
  b.setInsertionPointToStart(branch.elseBlock());
  otherwise();
}

func::FuncOp Code::function(StringRef name, Block &kernel, int64_t scratchBytes,
                            function_ref<void(Value, Value)> body) {
  SmallVector<Type> types;
  for (Type argument : kernel.getArgumentTypes()) {
    auto type = dyn_cast<MemRefType>(argument);
    types.push_back(type ? MemRefType::get({type.getNumElements()}, type.getElementType())
                         : argument);
  }
  types.append({b.getIndexType(), b.getIndexType()});
  if (scratchBytes)
    types.push_back(MemRefType::get({scratchBytes}, b.getI8Type()));
  auto function = func::FuncOp::create(b, name, b.getFunctionType(types, {}));
  function.setPrivate();
  Block *entry = function.addEntryBlock();
  OpBuilder::InsertionGuard guard(b);
  b.setInsertionPointToEnd(entry);
  for (auto [from, to] : llvm::zip(kernel.getArguments(), entry->getArguments())) {
    if (isa<MemRefType>(from.getType()))
      flat[from] = to;
    else
      dims.push_back(to);
  }
  if (scratchBytes)
    scratch = entry->getArguments().back();
  const unsigned arguments = kernel.getNumArguments();
  body(entry->getArgument(arguments), entry->getArgument(arguments + 1));
  func::ReturnOp::create(b);
  return function;
}

Value Code::scratchOf(Type element, int64_t byte, int64_t count) {
  Value from = number(byte);
  return memref::ViewOp::create(b, MemRefType::get({count}, element), scratch, from, ValueRange());
}
} // namespace dlc::cpu
