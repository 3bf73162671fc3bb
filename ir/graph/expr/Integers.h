//===- Integers.h - integer arithmetic without undefined cases -----*- C++ -*-===//
// Processors trap on a division by zero and leave wide shifts undefined, and a kernel computes
// dead rows that hold anything. So the result is defined for all operands:
//
//   x / 0 = 0, x fmod 0 = x          lhs = (lhs / rhs) * rhs + fmod(lhs, rhs) holds for every rhs
//   smallest / -1 = smallest         arithmetic wraps, as it does elsewhere
//   shifts by less than 0, or by the width and more, push all bits out
//
// Each takes its two operands, scalars or vectors, as scalar ops do. Where the right one is a
// constant that needs no care, one instruction comes out.
#ifndef DLC_IR_GRAPH_INTEGERS_H
#define DLC_IR_GRAPH_INTEGERS_H
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace dlc::ir {
struct SafeQuotient {
  static mlir::Value create(mlir::ImplicitLocOpBuilder &b, mlir::ValueRange operands);
};
struct SafeRemainder {
  static mlir::Value create(mlir::ImplicitLocOpBuilder &b, mlir::ValueRange operands);
};
struct SafeShiftLeft {
  static mlir::Value create(mlir::ImplicitLocOpBuilder &b, mlir::ValueRange operands);
};
struct SafeShiftRight {
  static mlir::Value create(mlir::ImplicitLocOpBuilder &b, mlir::ValueRange operands);
};
} // namespace dlc::ir
#endif
