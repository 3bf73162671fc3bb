//===- Bitwise.td - masks, and the bits of integers ------------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_BITWISE
#define DLC_IR_GRAPH_BITWISE
include "ir/graph/ops/Families.td"

class Dlc_Bitwise<string mnemonic, string doc, string scalar, TypeConstraint T = Dlc_Bits> :
    Dlc_Op<mnemonic, [SameOperandsAndResultType, Body]> {
  let summary = doc;
  let arguments = (ins T:$lhs, T:$rhs);
  let results = (outs T:$y);
  let assemblyFormat = "$lhs `,` $rhs attr-dict `:` type($lhs)";
  let extraClassDefinition = Scalar<"Expr lhs(b, args[0]), rhs(b, args[1]);", scalar>.text;
}
def AndOp : Dlc_Bitwise<"and", "both; of integers bit by bit", "lhs & rhs">;
def OrOp  : Dlc_Bitwise<"or", "one or both; of integers bit by bit", "lhs | rhs">;
def XorOp : Dlc_Bitwise<"xor", "one and not both; of integers bit by bit", "lhs ^ rhs">;

def ShiftLeftOp : Dlc_Bitwise<"shift_left", "lhs * 2^rhs; 0 where rhs is negative or not below the width",
                              "shiftLeft(lhs, rhs)", Dlc_Int>;
def ShiftRightOp : Dlc_Bitwise<"shift_right",
    "floor(lhs / 2^rhs); 0 or -1 where rhs is negative or not below the width",
    "shiftRight(lhs, rhs)", Dlc_Int>;

def NotOp : Dlc_Op<"not", [SameOperandsAndResultType, Body]> {
  let summary = "negation; of integers bit by bit";
  let arguments = (ins Dlc_Bits:$x);
  let results = (outs Dlc_Bits:$y);
  let assemblyFormat = "$x attr-dict `:` type($x)";
  let extraClassDefinition = Scalar<"Expr x(b, args[0]);", "!x">.text;
}
#endif
