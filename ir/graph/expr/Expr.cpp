//===- Expr.cpp - emission of expression trees --------------------------------===//
#include "ir/graph/expr/Expr.h"
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Integers.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/IR/TypeUtilities.h"

using namespace mlir;
using namespace dlc::ir;

struct Expr::Node {
  ImplicitLocOpBuilder *b = nullptr; // null in a number
  Value value;                       // set in a leaf, and in a call once emitted
  double number = 0;
  Emit emit;
  SmallVector<Expr, 3> args;
};

Expr::Expr(ImplicitLocOpBuilder &b, Value value)
    : node(std::make_shared<Node>(Node{&b, value, 0, {}, {}})) {}

Expr::Expr(double number) : node(std::make_shared<Node>(Node{nullptr, {}, number, {}, {}})) {}

Expr Expr::call(ArrayRef<Expr> args, Emit emit) {
  Expr result(0.0);
  for (const Expr &arg : args)
    if (!result.node->b)
      result.node->b = arg.node->b;
  assert(result.node->b && "an expression needs an operand that is not a number");
  result.node->emit = std::move(emit);
  result.node->args.assign(args.begin(), args.end());
  return result;
}

static TypedAttr numberOf(Builder &b, double number, Type type) {
  if (isa<FloatType>(type))
    return b.getFloatAttr(type, number);
  return b.getIntegerAttr(type, int64_t(number));
}

Value dlc::ir::emitNumber(ImplicitLocOpBuilder &b, double number, Type type) {
  if (auto tensor = dyn_cast<RankedTensorType>(type))
    return SplatOp::create(b, tensor, numberOf(b, number, tensor.getElementType()));
  return arith::ConstantOp::create(b, numberOf(b, number, type));
}

Expr::operator Value() const {
  if (node->value)
    return node->value;
  SmallVector<Value, 3> values; // null where a number waits for its type
  Value like;
  for (const Expr &arg : node->args) {
    values.push_back(arg.node->b ? Value(arg) : Value());
    if (values.back() && !getElementTypeOrSelf(values.back()).isInteger(1) && !like)
      like = values.back();
  }
  for (auto [value, arg] : llvm::zip(values, node->args))
    if (!value)
      value = emitNumber(*node->b, arg.node->number, like.getType());
  return node->value = node->emit(*node->b, values);
}

namespace {
struct None {}; // no such op on this kind of scalar
} // namespace

template <class ScalarOp> static Value createScalar(ImplicitLocOpBuilder &b, ValueRange values) {
  if constexpr (std::is_same_v<ScalarOp, None>)
    llvm_unreachable("the op's type constraint excludes this element type");
  else
    return ScalarOp::create(b, values);
}

/// One function on both levels: `TensorOp` on tensors, a scalar op on elements.
template <class TensorOp, class FloatOp, class IntOp> static Expr function(ArrayRef<Expr> args) {
  return Expr::call(args, [](ImplicitLocOpBuilder &b, ValueRange values) -> Value {
    if (isa<TensorType>(values.back().getType()))
      return TensorOp::create(b, values)->getResult(0);
    if (isa<FloatType>(values.back().getType()))
      return createScalar<FloatOp>(b, values);
    return createScalar<IntOp>(b, values);
  });
}

template <class TensorOp>
static Expr compare(ArrayRef<Expr> args, arith::CmpFPredicate onFloats,
                    arith::CmpIPredicate onInts) {
  return Expr::call(args, [=](ImplicitLocOpBuilder &b, ValueRange values) -> Value {
    if (isa<TensorType>(values.back().getType()))
      return TensorOp::create(b, values);
    if (isa<FloatType>(values.back().getType()))
      return arith::CmpFOp::create(b, onFloats, values[0], values[1]);
    return arith::CmpIOp::create(b, onInts, values[0], values[1]);
  });
}

#define DLC_UNARY(name, TensorOp, FloatOp, IntOp)                                                  \
  Expr dlc::ir::name(const Expr &x) { return function<TensorOp, FloatOp, IntOp>({x}); }
#define DLC_BINARY(name, TensorOp, FloatOp, IntOp)                                                 \
  Expr dlc::ir::name(const Expr &lhs, const Expr &rhs) {                                           \
    return function<TensorOp, FloatOp, IntOp>({lhs, rhs});                                         \
  }
#define DLC_COMPARE(name, TensorOp, onFloats, onInts)                                              \
  Expr dlc::ir::name(const Expr &lhs, const Expr &rhs) {                                           \
    return compare<TensorOp>({lhs, rhs}, arith::CmpFPredicate::onFloats,                           \
                             arith::CmpIPredicate::onInts);                                        \
  }
#include "ir/graph/expr/Functions.def"

Expr dlc::ir::operator-(const Expr &x) {
  return Expr::call({x}, [](ImplicitLocOpBuilder &b, ValueRange values) -> Value {
    Type type = values[0].getType();
    if (isa<TensorType>(type))
      return NegOp::create(b, values);
    if (isa<FloatType>(type))
      return arith::NegFOp::create(b, values[0]);
    Value zero = emitNumber(b, 0, type);
    return arith::SubIOp::create(b, zero, values[0]);
  });
}

Expr dlc::ir::operator!(const Expr &x) {
  return Expr::call({x}, [](ImplicitLocOpBuilder &b, ValueRange values) -> Value {
    if (isa<TensorType>(values[0].getType()))
      return NotOp::create(b, values);
    Value ones = emitNumber(b, -1, values[0].getType());
    return arith::XOrIOp::create(b, values[0], ones);
  });
}

Expr dlc::ir::select(const Expr &mask, const Expr &lhs, const Expr &rhs) {
  return function<SelectOp, arith::SelectOp, arith::SelectOp>({mask, lhs, rhs});
}
