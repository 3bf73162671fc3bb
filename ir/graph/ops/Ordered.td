//===- Ordered.td - what depends on the order along a dimension -*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_ORDERED
#define DLC_IR_GRAPH_ORDERED
include "ir/graph/Dialect.td"

class Dlc_Cumulate<string mnemonic, string doc, TypeConstraint T> :
    Dlc_Op<mnemonic, [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = doc;
  let description = "Of each element and all before it along `dim`; with `reverse`, all behind it.";
  let arguments = (ins T:$x, I64Attr:$dim, UnitAttr:$reverse);
  let results = (outs T:$y);
  let assemblyFormat = "$x `dim` `=` $dim (`reverse` $reverse^)? attr-dict `:` type($x)";
}
def CumsumOp  : Dlc_Cumulate<"cumsum",  "running sum", Dlc_Number>;
def CumprodOp : Dlc_Cumulate<"cumprod", "running product", Dlc_Number>;
def LogcumsumexpOp : Dlc_Cumulate<"logcumsumexp", "running log of the sum of exponentials", Dlc_Float>;
def CummaxOp : Dlc_Op<"cummax", [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = "running maximum along `dim`, NaN from the first one on, and the index of the last largest";
  let arguments = (ins Dlc_Number:$x, I64Attr:$dim);
  let results = (outs Dlc_Number:$y, Dlc_Int:$index);
  let assemblyFormat = "$x `dim` `=` $dim attr-dict `:` type($x)";
}

def ArgsortOp : Dlc_Op<"argsort", [Whole, InferTypeOpAdaptor]> {
  let summary = "indices along `dim` that sort x, stable; a NaN is the largest";
  let arguments = (ins Dlc_Number:$x, I64Attr:$dim, UnitAttr:$descending);
  let results = (outs Dlc_Int:$y);
  let assemblyFormat = "$x `dim` `=` $dim (`descending` $descending^)? attr-dict `:` type($x)";
}
#endif
