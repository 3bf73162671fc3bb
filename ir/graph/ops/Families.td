//===- Families.td - elementwise ops in one line each ----------*- tablegen -*-===//
// In a rule: operands x or lhs/rhs, result y, cotangent dy. A rule is one expression of at
// most 100 columns; anything longer belongs in C++. `Scalar` writes emitScalar, `Rules` vjp too.
#ifndef DLC_IR_GRAPH_FAMILIES
#define DLC_IR_GRAPH_FAMILIES
include "ir/graph/Dialect.td"

defvar NoGrad = "::mlir::Value()";

class Scalar<string bindScalar, string scalar> {
  code text = [{
    ::mlir::Value $cppClass::emitScalar(::mlir::ImplicitLocOpBuilder &b, ::mlir::ValueRange args) {
      }] # bindScalar # [{
      return }] # scalar # [{;
    }
  }];
}
class Rules<string bind, string bindScalar, string scalar, string grads> {
  code text = [{
    ::llvm::SmallVector<::mlir::Value> $cppClass::vjp(::mlir::ImplicitLocOpBuilder &b,
                                                      ::mlir::ValueRange dys) {
      }] # bind # [{
      return {}] # grads # [{};
    }
  }] # Scalar<bindScalar, scalar>.text;
}

class Dlc_Unary<string mnemonic, string doc, string scalar, string grad, TypeConstraint T = Dlc_Float> :
    Dlc_Op<mnemonic, [SameOperandsAndResultType, Diff, Body]> {
  let summary = doc;
  let description = "\n`y = " # scalar # "`, `dx = " # grad # "`.\n";
  let arguments = (ins T:$x);
  let results = (outs T:$y);
  let assemblyFormat = "$x attr-dict `:` type($x)";
  let extraClassDefinition = Rules<
      "[[maybe_unused]] Expr x(b, getX()), y(b, getY()), dy(b, dys[0]);",
      "Expr x(b, args[0]);", scalar, grad>.text;
}

class Dlc_Binary<string mnemonic, string doc, string scalar, string gradLhs, string gradRhs,
                 TypeConstraint T = Dlc_Number> :
    Dlc_Op<mnemonic, [SameOperandsAndResultType, Diff, Body]> {
  let summary = doc;
  let description = "\n`y = " # scalar # "`, `dlhs = " # gradLhs # "`, `drhs = " # gradRhs # "`.\n";
  let arguments = (ins T:$lhs, T:$rhs);
  let results = (outs T:$y);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs)";
  let extraClassDefinition = Rules<
      "[[maybe_unused]] Expr lhs(b, getLhs()), rhs(b, getRhs()), y(b, getY()), dy(b, dys[0]);",
      "Expr lhs(b, args[0]), rhs(b, args[1]);", scalar, gradLhs # ", " # gradRhs>.text;
}

class Dlc_Compare<string mnemonic, string doc, string scalar, TypeConstraint T = Dlc_Number> :
    Dlc_Op<mnemonic, [SameTypeOperands, Body, InferTypeOpAdaptor]> {
  let summary = doc;
  let arguments = (ins T:$lhs, T:$rhs);
  let results = (outs Dlc_Bool:$y);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs)";
  let extraClassDefinition = Scalar<"Expr lhs(b, args[0]), rhs(b, args[1]);", scalar>.text # [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(::mlir::MLIRContext *,
        ::std::optional<::mlir::Location>, Adaptor op, ::llvm::SmallVectorImpl<::mlir::Type> &types) {
      types.push_back(maskOf(op.getLhs().getType()));
      return ::mlir::success();
    }
  }];
}
#endif
