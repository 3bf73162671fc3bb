//===- Program.td - a program: state, settings, entries -------------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_PROGRAM
#define DLC_IR_GRAPH_PROGRAM
include "ir/graph/Dialect.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/IR/SymbolInterfaces.td"

def ProgramOp : Op<Dlc_Dialect, "program", [Symbol, SymbolTable, SingleBlock, NoTerminator, NoRegionArguments]> {
  let summary = "one traced program";
  let arguments = (ins SymbolNameAttr:$sym_name, DictionaryAttr:$dims);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "$sym_name `dims` $dims attr-dict-with-keyword $body";
  let extraClassDeclaration = [{
    /// The most that a dimension may be; 0 of one that the program does not have.
    int64_t boundOf(::llvm::StringRef dim);
    /// Of all, in the order in which kernels take their extents.
    ::llvm::SmallVector<int64_t> bounds();
  }];
}
def StateOp : Op<Dlc_Dialect, "state", [Symbol, HasParent<"ProgramOp">]> {
  let summary = "a tensor that outlives an entry: parameter, buffer, optimiser state, gradient, rng";
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttr:$type, StrAttr:$role);
  let assemblyFormat = "$sym_name `:` $type attr-dict";
}
def SettingOp : Op<Dlc_Dialect, "setting", [Symbol, HasParent<"ProgramOp">]> {
  let summary = "a number the binary may change at run time";
  let arguments = (ins SymbolNameAttr:$sym_name, TypedAttrInterface:$value);
  let assemblyFormat = "$sym_name `=` $value attr-dict";
}
def EntryOp : Op<Dlc_Dialect, "entry", [Symbol, IsolatedFromAbove, HasParent<"ProgramOp">,
                                        SingleBlockImplicitTerminator<"YieldOp">]> {
  let summary = "a function of the program: inputs and states in, results and states out";
  let arguments = (ins SymbolNameAttr:$sym_name, StrArrayAttr:$inputs,
                       TypedArrayAttrBase<FlatSymbolRefAttr, "states">:$states, StrArrayAttr:$results);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{$sym_name `inputs` $inputs `states` $states `results` $results
                         attr-dict-with-keyword $body}];
  let hasRegionVerifier = 1;
  let extraClassDeclaration = [{
    ::mlir::Block::BlockArgListType inputArguments() {
      return getBody().getArguments().take_front(getInputs().size());
    }
    ::mlir::Block::BlockArgListType stateArguments() {
      return getBody().getArguments().drop_front(getInputs().size());
    }
    ::mlir::Operation *terminator() { return getBody().front().getTerminator(); }
    /// What the entry returns to its caller, and what it leaves in each state.
    ::mlir::OperandRange resultValues();
    ::mlir::OperandRange stateValues();
  }];
}
def YieldOp : Op<Dlc_Dialect, "yield", [Pure, Terminator, ReturnLike, HasParent<"EntryOp">]> {
  let summary = "results, then the new value of each state of the entry";
  let arguments = (ins Variadic<Dlc_Tensor>:$values);
  let builders = [OpBuilder<(ins), [{ }]>];
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
}
#endif
