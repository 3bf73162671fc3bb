//===- Interfaces.td - what the compiler may ask of a graph op --*- tablegen -*-===//
// Passes speak to ops through these alone; no pass names an op that one of them covers.
#ifndef DLC_IR_GRAPH_INTERFACES
#define DLC_IR_GRAPH_INTERFACES
include "mlir/IR/OpBase.td"

class Dlc_Interface<string name> : OpInterface<name> {
  let cppNamespace = "::dlc::ir";
}

def Differentiable : Dlc_Interface<"Differentiable"> {
  let description = [{
    Emits the vector-Jacobian product: one cotangent per operand, null where none flows.
    A cotangent in `dys` is null where the loss does not see that result.
  }];
  let methods = [InterfaceMethod<"", "::llvm::SmallVector<::mlir::Value>", "vjp",
                                 (ins "::mlir::ImplicitLocOpBuilder &":$b,
                                      "::mlir::ValueRange":$dys)>];
}

def ScalarBody : Dlc_Interface<"ScalarBody"> {
  let description = [{
    Emits what an elementwise op does to one element of each operand. Here and in the other
    interfaces, scalars of f16, bf16 and i8 are passed and returned in the type that they are
    computed in (ir/graph/Precision.h), f32 or i32.
  }];
  let methods = [InterfaceMethod<"", "::mlir::Value", "emitScalar",
                                 (ins "::mlir::ImplicitLocOpBuilder &":$b,
                                      "::mlir::ValueRange":$args)>];
}

def Movement : Dlc_Interface<"Movement"> {
  let description = [{
    The op only moves elements of its first operand: element `i` of the result is element
    `sourceMap()(i)` of the operand. Such ops cost nothing: they fold into their readers' maps.
  }];
  let methods = [InterfaceMethod<"", "::mlir::AffineMap", "sourceMap">];
}

def Creation : Dlc_Interface<"Creation"> {
  let description = [{
    Emits one element of the result from its logical indices (`index` values) and from
    scalars of the operands, which are all 0-d. `extent` gives a symbol's run-time value.
  }];
  let methods = [InterfaceMethod<"", "::mlir::Value", "emitElement",
                                 (ins "::mlir::ImplicitLocOpBuilder &":$b,
                                      "::mlir::ValueRange":$indices,
                                      "::mlir::ValueRange":$args,
                                      "::llvm::function_ref<::mlir::Value(::llvm::StringRef)>":$extent)>];
}

def Structured : Dlc_Interface<"Structured"> {
  let description = [{
    A loop nest with reductions. `loops` says the iteration space and how each operand and
    result is indexed in it; `emitCombine` folds one element of each operand into the
    accumulators, one per result, which start at `inits`. `args` holds the elements, then the
    index of each reducing loop from the outside in.
  }];
  let methods = [
    InterfaceMethod<"", "::dlc::ir::LoopNest", "loops">,
    InterfaceMethod<"", "::llvm::SmallVector<::mlir::TypedAttr>", "inits">,
    InterfaceMethod<"", "::llvm::SmallVector<::mlir::Value>", "emitCombine",
                    (ins "::mlir::ImplicitLocOpBuilder &":$b, "::mlir::ValueRange":$args,
                         "::mlir::ValueRange":$accs)>];
}
#endif
