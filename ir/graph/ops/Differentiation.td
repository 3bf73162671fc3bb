//===- Differentiation.td - what the autodiff pass replaces --------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_DIFFERENTIATION
#define DLC_IR_GRAPH_DIFFERENTIATION
include "ir/graph/Dialect.td"

def BackwardOp : Dlc_Op<"backward", [InferTypeOpAdaptor]> {
  let summary = "gradients of a 0-d loss with respect to values before it";
  let arguments = (ins Dlc_Float:$loss, Variadic<Dlc_Float>:$wrt);
  let results = (outs Variadic<Dlc_Float>:$grads);
  let assemblyFormat = "$loss `wrt` `(` $wrt `)` attr-dict `:` type($loss) `wrt` `(` type($wrt) `)`";
}
def DetachOp : Dlc_Op<"detach", [SameOperandsAndResultType]> {
  let summary = "x, through which no gradient flows; erased after differentiation";
  let arguments = (ins Dlc_Tensor:$x);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = "$x attr-dict `:` type($x)";
}
#endif
