//===- Precision.h - what an element is computed in ---------------------*- C++ -*-===//
// Elements are stored in their own type and computed in a wider one where the processor, or C,
// has no arithmetic for them:
//
//   f16, bf16   in f32, rounded once per op, to nearest and ties to even: what PyTorch does.
//               A reduction or contraction keeps its accumulator in f32 and rounds once at the end.
//   i8          in i32, modulo 256 at the end. i8 is the only 8-bit type and unsigned, u8: it is
//               extended with zeros, so division, order, shifts and conversions need no more.
//
// A product of f32 may be marked to round its operands to bf16 (`--precision=bf16`): two digits in
// three go, and processors that multiply bf16 do twice as many at once. It accumulates in f32.
//
// It happens in one place, where graph ops become scalar code: emitScalar, emitElement and
// emitCombine get widened operands, and their results are narrowed. A fused chain rounds after each
// of its ops, so fusion changes no bit.
#ifndef DLC_IR_GRAPH_PRECISION_H
#define DLC_IR_GRAPH_PRECISION_H
#include "mlir/IR/BuiltinAttributeInterfaces.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace dlc::ir {
inline bool isHalf(mlir::Type element) { return element.isF16() || element.isBF16(); }
inline bool isUnsigned(mlir::Type element) { return element.isInteger(8); }

/// What elements of this type are computed in; the type itself where it needs no wider one.
mlir::Type computeType(mlir::Type element);

/// A scalar in the type that it is computed in.
mlir::Value widen(mlir::ImplicitLocOpBuilder &b, mlir::Value scalar);
mlir::TypedAttr widen(mlir::TypedAttr number);

/// `sum` + `x` * `y` of computed scalars. With `bf16`, x and y of f32 are rounded to it before.
mlir::Value addedProduct(mlir::ImplicitLocOpBuilder &b, mlir::Value x, mlir::Value y,
                         mlir::Value sum, bool bf16);

/// A computed scalar in the type that it is stored in.
mlir::Value narrow(mlir::ImplicitLocOpBuilder &b, mlir::Value scalar, mlir::Type element);
} // namespace dlc::ir
#endif
