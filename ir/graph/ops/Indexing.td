//===- Indexing.td - elements at places that data decides -------*- tablegen -*-===//
// One form serves all: indices have the shape of what is read or put, and replace the index along
// one dimension. Where they are the same along others (rows of a table), they are broadcast,
// which costs nothing. An index outside reads 0 and puts nothing, and touches nothing; that it is an
// error says the dlc.check_index that the frontend puts before (Effects.td).
#ifndef DLC_IR_GRAPH_INDEXING
#define DLC_IR_GRAPH_INDEXING
include "ir/graph/Dialect.td"

def GatherOp : Dlc_Op<"gather", [Diff, LooksUp, InferTypeOpAdaptor]> {
  let summary = "y[i] is x at i with i[dim] = indices[i]; 0 where that lies outside of x";
  let arguments = (ins Dlc_Tensor:$x, Dlc_Int:$indices, I64Attr:$dim);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = "$x `at` $indices `dim` `=` $dim attr-dict `:` type($x) `at` type($indices)";
}

class Dlc_Scatter<string mnemonic, string doc, TypeConstraint T> :
    Dlc_Op<mnemonic, [Diff, Overlays, InferTypeOpAdaptor]> {
  let summary = doc;
  let description = [{
    Over base at i with i[dim] = indices[i] goes x[i], for every i, in order along `dim`. An index
    outside of base is passed over.
  }];
  let arguments = (ins T:$x, Dlc_Int:$indices, T:$base, I64Attr:$dim);
  let results = (outs T:$y);
  let assemblyFormat = [{$x `at` $indices `in` $base `dim` `=` $dim attr-dict
                         `:` type($x) `at` type($indices) `in` type($base)}];
}
def ScatterOp : Dlc_Scatter<"scatter", "base, with x written to the indices along `dim`; the last of several stays", Dlc_Tensor>;
def ScatterAddOp : Dlc_Scatter<"scatter_add", "base, with x added at the indices along `dim`", Dlc_Number>;
def ScatterMulOp : Dlc_Scatter<"scatter_mul", "base, multiplied by x at the indices along `dim`", Dlc_Number>;
def ScatterMaxOp : Dlc_Scatter<"scatter_max", "larger of base and all x at the indices along `dim`; ties share the gradient", Dlc_Number>;
#endif
