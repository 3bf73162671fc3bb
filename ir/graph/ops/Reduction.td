//===- Reduction.td - many elements become one ------------------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_REDUCTION
#define DLC_IR_GRAPH_REDUCTION
include "ir/graph/Dialect.td"

class Dlc_Reduce<string mnemonic, string doc> :
    Dlc_Op<mnemonic, [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = doc;
  let arguments = (ins Dlc_Number:$x, DenseI64ArrayAttr:$dims);
  let results = (outs Dlc_Number:$y);
  let assemblyFormat = "$x `dims` `=` $dims attr-dict `:` type($x)";
}
def ReduceSumOp : Dlc_Reduce<"reduce_sum", "sum over `dims`, which vanish">;
def ReduceMaxOp : Dlc_Reduce<"reduce_max", "largest over `dims`, which vanish; NaN if one is; ties share the gradient">;

def ArgmaxOp : Dlc_Op<"argmax", [Anchored, InferTypeOpAdaptor]> {
  let summary = "index of the first largest element along `dim`, which vanishes; a NaN is the largest";
  let arguments = (ins Dlc_Number:$x, I64Attr:$dim);
  let results = (outs Dlc_Int:$y, Dlc_Number:$max);
  let assemblyFormat = "$x `dim` `=` $dim attr-dict `:` type($x)";
}
#endif
