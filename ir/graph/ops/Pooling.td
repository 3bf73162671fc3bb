//===- Pooling.td - reductions over sliding windows ---------------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_POOLING
#define DLC_IR_GRAPH_POOLING
include "ir/graph/Dialect.td"

def MaxPool2dOp : Dlc_Op<"max_pool2d", [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = "largest of each window of [N,C,H,W], and its index u*KW+v in the window; the first at a tie";
  let arguments = (ins Dlc_Float:$x, DenseI64ArrayAttr:$window, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$dilations);
  let results = (outs Dlc_Float:$y, Dlc_Int:$index);
  let assemblyFormat = [{$x `window` `=` $window `strides` `=` $strides `dilations` `=` $dilations
                         attr-dict `:` type($x)}];
}
#endif
