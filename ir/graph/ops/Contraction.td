//===- Contraction.td - sums of products -------------------------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_CONTRACTION
#define DLC_IR_GRAPH_CONTRACTION
include "ir/graph/Dialect.td"

class Dlc_SumOfProducts<string mnemonic, string doc> :
    Dlc_Op<mnemonic, [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = doc;
  let results = (outs Dlc_Number:$y);
}

def ContractOp : Dlc_SumOfProducts<"contract", "einsum of two tensors; labels absent from the result are summed"> {
  let description = [{
    Each dimension carries a label; a label stands in at least two of lhs, rhs and result,
    and at most once in each. `[0,2] x [1,2] -> [0,1]` is `lhs @ rhs.t()`.
  }];
  let arguments = (ins Dlc_Number:$lhs, Dlc_Number:$rhs, DenseI64ArrayAttr:$lhs_dims,
                       DenseI64ArrayAttr:$rhs_dims, DenseI64ArrayAttr:$out_dims);
  let assemblyFormat = [{$lhs $lhs_dims `,` $rhs $rhs_dims `->` $out_dims
                         attr-dict `:` type($lhs) `,` type($rhs)}];
}
def Conv2dOp : Dlc_SumOfProducts<"conv2d", "cross-correlation of [N,C,H,W] with [O,C,KH,KW], no padding"> {
  let description = [{
    `y[n,o,i,j] = sum_{c,u,v} x[n,c,i*s0+u*d0,j*s1+v*d1] * w[o,c,u,v]`. Its own gradients are
    two more of its kind, so it can be differentiated any number of times.
  }];
  let arguments = (ins Dlc_Float:$x, Dlc_Float:$w, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$dilations);
  let assemblyFormat = [{$x `,` $w `strides` `=` $strides `dilations` `=` $dilations
                         attr-dict `:` type($x) `,` type($w)}];
}
#endif
