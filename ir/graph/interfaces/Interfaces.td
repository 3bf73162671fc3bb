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
    index of each reducing loop from the outside in. Reducing loops run in order: where a
    result's map names one, the result holds the accumulator after each of its steps. In maps,
    symbol i is the live extent of loop i.
  }];
  let methods = [
    InterfaceMethod<"", "::dlc::ir::LoopNest", "loops">,
    InterfaceMethod<"", "::llvm::SmallVector<::mlir::TypedAttr>", "inits">,
    InterfaceMethod<"", "::llvm::SmallVector<::mlir::Value>", "emitCombine",
                    (ins "::mlir::ImplicitLocOpBuilder &":$b, "::mlir::ValueRange":$args,
                         "::mlir::ValueRange":$accs)>];
}

def Lookup : Dlc_Interface<"Lookup"> {
  let description = [{
    Reads its first operand where the others say: element `i` of the result is the element of
    the first operand at `placeMap()(i)`, where symbol k is the element at `i` of operand k + 1,
    an index. Each symbol stands alone along one axis; outside of that axis the element is 0.
    Such an op costs as little as arithmetic and shares the kernel of its readers.
  }];
  let methods = [InterfaceMethod<"", "::mlir::AffineMap", "placeMap">];
}

def Overlay : Dlc_Interface<"Overlay"> {
  let description = [{
    The result is the last operand, the base, with elements put over it in place. `loops` says
    where the other operands are read and, in its result map, where an iteration writes; symbol
    k there is the element of operand k + 1, an index that stands alone along one axis.
    Iterations whose index lies outside of that axis write nothing. Loops that reduce run in
    order, so the last of several writes to one place stays. `emitOver` makes the new element
    from the first operand's and the old one.
  }];
  let methods = [
    InterfaceMethod<"", "::dlc::ir::LoopNest", "loops">,
    InterfaceMethod<"", "::mlir::Value", "emitOver",
                    (ins "::mlir::ImplicitLocOpBuilder &":$b, "::mlir::Value":$x,
                         "::mlir::Value":$old)>];
}

def WholeKernel : Dlc_Interface<"WholeKernel"> {
  let description = [{
    A kernel by itself, which no loop nest says. Emits the op of the step dialect that does it,
    on the memrefs of operands, then results; `layouts` maps an index in each tensor to one in
    its memref, `extents` are the live sizes of the first operand's axes as functions of the
    program's dimensions.
  }];
  let methods = [InterfaceMethod<"", "void", "emitKernel",
                                 (ins "::mlir::ImplicitLocOpBuilder &":$b,
                                      "::mlir::ValueRange":$memrefs,
                                      "::llvm::ArrayRef<::mlir::AffineMap>":$layouts,
                                      "::llvm::ArrayRef<::mlir::AffineMap>":$extents)>];
}
#endif
