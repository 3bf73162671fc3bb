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

def ReduceProdOp : Dlc_Reduce<"reduce_prod", "product over `dims`, which vanish"> {
  let description = [{
    The gradient of an element is the product of the others, never a quotient: right with zeros
    among them, and free of the overflows that a quotient would bring back.
  }];
}

def ArgmaxOp : Dlc_Op<"argmax", [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = "index of the first largest element along `dim`, which vanishes; a NaN is the largest";
  let description = "The gradient of `max` goes to the element at the index alone, ties or not.";
  let arguments = (ins Dlc_Number:$x, I64Attr:$dim);
  let results = (outs Dlc_Int:$y, Dlc_Number:$max);
  let assemblyFormat = "$x `dim` `=` $dim attr-dict `:` type($x)";
}
#endif
