//===- Effects.td - what a program does beside computing --------*- tablegen -*-===//
// The only impure ops. They happen in program order, never twice, and are never removed; what they
// look at stays pure. No gradient flows through them, since they have no result.
#ifndef DLC_IR_GRAPH_EFFECTS
#define DLC_IR_GRAPH_EFFECTS
include "ir/graph/Dialect.td"

class Dlc_Effect<string mnemonic, string doc> : Op<Dlc_Dialect, mnemonic, [MemoryEffects<[MemWrite]>]> {
  let summary = doc;
}

def PrintOp : Dlc_Effect<"print", "the text, and x as PyTorch prints it, on a line of standard output"> {
  let description = "With `goes_on` a space ends it, and the next print stands on the same line.";
  let arguments = (ins StrAttr:$text, Optional<Dlc_Tensor>:$x, UnitAttr:$goes_on);
  let assemblyFormat = "$text (`,` $x^ `:` type($x))? (`goes_on` $goes_on^)? attr-dict";
}
def AssertOp : Dlc_Effect<"assert", "stops the entry with the text unless all of the mask is true"> {
  let arguments = (ins StrAttr:$text, Dlc_Bool:$mask);
  let assemblyFormat = "$text `,` $mask attr-dict `:` type($mask)";
}
#endif
