//===- Contraction.td - sums of products -------------------------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_CONTRACTION
#define DLC_IR_GRAPH_CONTRACTION
include "ir/graph/Dialect.td"

def ContractOp : Dlc_Op<"contract", [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = "einsum of two tensors; labels absent from the result are summed";
  let description = [{
    Each dimension carries a label; a label stands in at least two of lhs, rhs and result,
    and at most once in each. `[0,2] x [1,2] -> [0,1]` is `lhs @ rhs.t()`. With `bf16`, operands of
    f32 are rounded to bf16 before they are multiplied; sums and result are f32.
  }];
  let arguments = (ins Dlc_Number:$lhs, Dlc_Number:$rhs, DenseI64ArrayAttr:$lhs_dims,
                       DenseI64ArrayAttr:$rhs_dims, DenseI64ArrayAttr:$out_dims, UnitAttr:$bf16);
  let results = (outs Dlc_Number:$y);
  let assemblyFormat = [{$lhs $lhs_dims `,` $rhs $rhs_dims `->` $out_dims
                         attr-dict `:` type($lhs) `,` type($rhs)}];
}
#endif
