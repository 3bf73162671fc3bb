//===- Creation.td - tensors made from nothing ------------------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_CREATION
#define DLC_IR_GRAPH_CREATION
include "ir/graph/Dialect.td"
include "mlir/IR/BuiltinAttributeInterfaces.td"
include "mlir/IR/SymbolInterfaces.td"

class Dlc_Creation<string mnemonic, string doc, list<Trait> traits = []> :
    Dlc_Op<mnemonic, !listconcat([Creates], traits)> {
  let summary = doc;
  let results = (outs Dlc_Tensor:$y);
}

def SplatOp : Dlc_Creation<"splat", "one number in every element"> {
  let arguments = (ins TypedAttrInterface:$value);
  let assemblyFormat = "$value attr-dict `->` type($y)";
  let hasVerifier = 1;
  let hasFolder = 0;
}
def ConstantOp : Dlc_Op<"constant", [AllTypesMatch<["value", "y"]>]> {
  let summary = "numbers that the program holds";
  let description = "\nRead-only data of the compiled program: kernels get a pointer to it.\n";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = "$value attr-dict";
}
def IotaOp : Dlc_Creation<"iota", "the index along one dimension"> {
  let arguments = (ins I64Attr:$dim);
  let results = (outs Dlc_Number:$y);
  let assemblyFormat = "`dim` `=` $dim attr-dict `:` type($y)";
  let hasVerifier = 1;
}
def ExtentOp : Dlc_Creation<"extent", "run-time value of a program dimension"> {
  let arguments = (ins StrAttr:$symbol);
  let results = (outs Dlc_Index0:$y);
  let assemblyFormat = "$symbol attr-dict";
}
def SettingValueOp : Dlc_Op<"setting_value", [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "run-time value of a setting such as the learning rate";
  let arguments = (ins FlatSymbolRefAttr:$setting);
  let results = (outs Dlc_Number:$y);
  let assemblyFormat = "$setting attr-dict `:` type($y)";
}
def RandomOp : Dlc_Creation<"random", "uniform in [0, 1), or random bits: Philox4x32-10 of (seed, element, op id, call)"> {
  let description = [{
    Key: the two halves of `seed`. Counter: (element, iteration of the loop around, op id, call),
    each its low 32 bits; `element` is the row-major index in the logical shape. The first of the
    four output words, shifted right by 8, times 2^-24 (f16: by 21, 2^-11; bf16: by 24, 2^-8);
    of ints the bits of the first, and for i64 of the second above them. J. Salmon et al.,
    "Parallel random numbers: as easy as 1, 2, 3", SC 2011. Dead elements draw too: a live element's number depends on
    the bound of the inner axes only.
  }];
  let arguments = (ins Dlc_Index0:$seed, Dlc_Index0:$call, Optional<Dlc_Index0>:$iteration,
                       I64Attr:$op_id);
  let results = (outs Dlc_Number:$y);
  let assemblyFormat = "$seed `,` $call (`,` $iteration^)? `id` `=` $op_id attr-dict `:` type($y)";
}
#endif
