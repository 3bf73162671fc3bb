//===- Expr.h - the small algebra that rules are written in ---------*- C++ -*-===//
// `dy * (1 - y * y)` builds a tree; turning it into a Value emits ops from left to right, so
// the IR does not depend on the C++ compiler's order of evaluation. On tensors the tree
// becomes graph ops, on scalars arith and math ops: forward bodies and gradients share it.
// Numbers take the type of the operand beside them.
#ifndef DLC_IR_GRAPH_EXPR_H
#define DLC_IR_GRAPH_EXPR_H
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include <functional>
#include <memory>

namespace dlc::ir {
class Expr {
public:
  using Emit = std::function<mlir::Value(mlir::ImplicitLocOpBuilder &, mlir::ValueRange)>;

  Expr(mlir::ImplicitLocOpBuilder &b, mlir::Value value);
  Expr(double number);
  static Expr call(llvm::ArrayRef<Expr> args, Emit emit);

  /// Emits what is not emitted yet. A shared subexpression is emitted once.
  operator mlir::Value() const;

private:
  struct Node;
  std::shared_ptr<Node> node;
};

#define DLC_UNARY(name, ...) Expr name(const Expr &x);
#define DLC_BINARY(name, ...) Expr name(const Expr &lhs, const Expr &rhs);
#define DLC_COMPARE(name, ...) Expr name(const Expr &lhs, const Expr &rhs);
#include "ir/graph/expr/Functions.def"

Expr operator-(const Expr &x);
Expr operator!(const Expr &x);
Expr select(const Expr &mask, const Expr &lhs, const Expr &rhs);

/// `number` in every element of `type`, a tensor or a scalar type.
mlir::Value emitNumber(mlir::ImplicitLocOpBuilder &b, double number, mlir::Type type);
} // namespace dlc::ir
#endif
