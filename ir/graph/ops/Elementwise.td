//===- Elementwise.td - one line an op -------------------------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_ELEMENTWISE
#define DLC_IR_GRAPH_ELEMENTWISE
include "ir/graph/ops/Families.td"

def NegOp  : Dlc_Unary<"neg",  "negation",           "-x",        "-dy", Dlc_Number>;
def AbsOp  : Dlc_Unary<"abs",  "absolute value; no gradient at 0", "abs(x)",
                       "select(x > 0, dy, select(x < 0, -dy, 0))", Dlc_Number>;
def ReluOp : Dlc_Unary<"relu", "rectifier; no gradient at 0", "max(x, 0)", "select(y > 0, dy, 0)">;

def FloorOp : Dlc_Unary<"floor", "largest integer that is not above",  "floor(x)", NoGrad>;
def CeilOp  : Dlc_Unary<"ceil",  "smallest integer that is not below", "ceil(x)",  NoGrad>;
def RoundOp : Dlc_Unary<"round", "nearest integer, halves to the even one", "round(x)", NoGrad>;
def TruncOp : Dlc_Unary<"trunc", "integer part, rounded towards zero", "trunc(x)", NoGrad>;

def AddOp : Dlc_Binary<"add", "sum",        "lhs + rhs", "dy",       "dy">;
def SubOp : Dlc_Binary<"sub", "difference", "lhs - rhs", "dy",       "-dy">;
def MulOp : Dlc_Binary<"mul", "product",    "lhs * rhs", "dy * rhs", "dy * lhs">;
def DivOp : Dlc_Binary<"div", "quotient; of integers rounded towards zero, by 0 it is 0", "lhs / rhs",
                       "dy / rhs", "-(dy * y / rhs)">;
def FmodOp : Dlc_Binary<"fmod", "remainder with the sign of lhs; of integers by 0 it is lhs",
                        "fmod(lhs, rhs)", "dy", "-(dy * trunc(lhs / rhs))">;
def PowOp : Dlc_Binary<"pow", "power; the exponent's gradient is 0 where the base is 0", "pow(lhs, rhs)",
                       "select(rhs == 0, 0, dy * rhs * pow(lhs, rhs - 1))",
                       "select(lhs == 0, 0, dy * y * log(lhs))", Dlc_Float>;
def MaximumOp : Dlc_Binary<"maximum", "larger of two, NaN if one is; at a tie half the gradient each",
    "max(lhs, rhs)", "select(lhs > rhs, dy, select(lhs == rhs, dy * 0.5, 0))",
    "select(rhs > lhs, dy, select(lhs == rhs, dy * 0.5, 0))">;
def MinimumOp : Dlc_Binary<"minimum", "smaller of two, NaN if one is; at a tie half the gradient each",
    "min(lhs, rhs)", "select(lhs < rhs, dy, select(lhs == rhs, dy * 0.5, 0))",
    "select(rhs < lhs, dy, select(lhs == rhs, dy * 0.5, 0))">;

def EqualOp        : Dlc_Compare<"equal",         "lhs == rhs", "lhs == rhs", Dlc_Tensor>;
def NotEqualOp     : Dlc_Compare<"not_equal",     "lhs != rhs; true for NaN", "lhs != rhs", Dlc_Tensor>;
def LessOp         : Dlc_Compare<"less",          "lhs < rhs",  "lhs < rhs">;
def LessEqualOp    : Dlc_Compare<"less_equal",    "lhs <= rhs", "lhs <= rhs">;
def GreaterOp      : Dlc_Compare<"greater",       "lhs > rhs",  "lhs > rhs">;
def GreaterEqualOp : Dlc_Compare<"greater_equal", "lhs >= rhs", "lhs >= rhs">;

def SelectOp : Dlc_Op<"select", [Diff, Body, AllTypesMatch<["lhs", "rhs", "y"]>, AllShapesMatch<["mask", "y"]>]> {
  let summary = "lhs where the mask is set, rhs elsewhere";
  let arguments = (ins Dlc_Bool:$mask, Dlc_Tensor:$lhs, Dlc_Tensor:$rhs);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = "$mask `,` $lhs `,` $rhs attr-dict `:` type($mask) `,` type($lhs)";
  let extraClassDefinition = Rules<
      "Expr mask(b, getMask()), dy(b, dys[0]);",
      "Expr mask(b, args[0]), lhs(b, args[1]), rhs(b, args[2]);",
      "select(mask, lhs, rhs)", "::mlir::Value(), select(mask, dy, 0), select(mask, 0, dy)">.text;
}

def CopyOp : Dlc_Op<"copy", [SameOperandsAndResultType, Diff, Body]> {
  let summary = "x in a buffer of its own, possibly in another storage order";
  let arguments = (ins Dlc_Tensor:$x);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = "$x attr-dict `:` type($x)";
  let extraClassDefinition = Rules<"Expr dy(b, dys[0]);", "Expr x(b, args[0]);", "x", "dy">.text;
}

def ConvertOp : Dlc_Op<"convert", [Diff, Body]> {
  let summary = "another element type; float to int truncates, anything to bool is `!= 0`";
  let arguments = (ins Dlc_Tensor:$x);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `to` type($y)";
  let hasVerifier = 1;
}
#endif
