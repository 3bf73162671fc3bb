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
def CheckIndexOp : Dlc_Effect<"check_index", "stops the entry with the text unless all indices lie within the axis"> {
  let description = [{
    `axis` is the type of one axis: its size and how much of it is live. With `wraps`, indices from
    -size on are within it too. In the text, `{index}`, `{size}` and `{last}` stand for one of the
    indices outside, the size and the size - 1. Dead indices do not count. A lookup or a scatter
    touches nothing outside even so; this is what makes it an error.

    Before kernels are formed, what is left of the checks (passes/simplify/CheckIndices.cpp) is
    `reduced` and takes a 0-d operand: the largest of the indices, seen as unsigned, with its sign
    bit turned round.
  }];
  let arguments = (ins StrAttr:$text, Dlc_Int:$indices, TypeAttr:$axis, UnitAttr:$wraps,
                       UnitAttr:$reduced);
  let assemblyFormat = [{$text `,` $indices `in` $axis (`wraps` $wraps^)? (`reduced` $reduced^)? attr-dict
                         `:` type($indices)}];
}
#endif
