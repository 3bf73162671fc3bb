//===- Transcendental.td - functions of real numbers -----------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_TRANSCENDENTAL
#define DLC_IR_GRAPH_TRANSCENDENTAL
include "ir/graph/ops/Families.td"

def SqrtOp : Dlc_Unary<"sqrt", "square root", "sqrt(x)", "dy * 0.5 / y">;

def ExpOp   : Dlc_Unary<"exp",   "exponential", "exp(x)", "dy * y">;
def Exp2Op  : Dlc_Unary<"exp2",  "power of 2", "exp2(x)", "dy * y * 0.69314718055994531">;
def Expm1Op : Dlc_Unary<"expm1", "exp(x) - 1, exact near 0", "expm1(x)", "dy * (y + 1)">;
def LogOp   : Dlc_Unary<"log",   "natural logarithm", "log(x)", "dy / x">;
def Log2Op  : Dlc_Unary<"log2",  "logarithm to base 2", "log2(x)", "dy / (x * 0.69314718055994531)">;
def Log10Op : Dlc_Unary<"log10", "logarithm to base 10", "log10(x)", "dy / (x * 2.3025850929940457)">;
def Log1pOp : Dlc_Unary<"log1p", "log(1 + x), exact near 0", "log1p(x)", "dy / (1 + x)">;

def SinOp  : Dlc_Unary<"sin",  "sine",         "sin(x)",  "dy * cos(x)">;
def CosOp  : Dlc_Unary<"cos",  "cosine",       "cos(x)",  "-(dy * sin(x))">;
def TanOp  : Dlc_Unary<"tan",  "tangent",      "tan(x)",  "dy * (1 + y * y)">;
def AsinOp : Dlc_Unary<"asin", "arc sine",     "asin(x)", "dy / sqrt((1 - x) * (1 + x))">;
def AcosOp : Dlc_Unary<"acos", "arc cosine",   "acos(x)", "-(dy / sqrt((1 - x) * (1 + x)))">;
def AtanOp : Dlc_Unary<"atan", "arc tangent",  "atan(x)", "dy / (1 + x * x)">;
def Atan2Op : Dlc_Binary<"atan2", "angle of the point (rhs, lhs); no gradient at the origin",
    "atan2(lhs, rhs)", "select((lhs == 0) & (rhs == 0), 0, dy * rhs / (lhs * lhs + rhs * rhs))",
    "select((lhs == 0) & (rhs == 0), 0, -(dy * lhs / (lhs * lhs + rhs * rhs)))", Dlc_Float>;

def SinhOp  : Dlc_Unary<"sinh",  "hyperbolic sine",    "sinh(x)",  "dy * cosh(x)">;
def CoshOp  : Dlc_Unary<"cosh",  "hyperbolic cosine",  "cosh(x)",  "dy * sinh(x)">;
def TanhOp  : Dlc_Unary<"tanh",  "hyperbolic tangent", "tanh(x)",  "dy * (1 - y * y)">;
def AsinhOp : Dlc_Unary<"asinh", "inverse of sinh",    "asinh(x)", "dy / sqrt(1 + x * x)">;
def AcoshOp : Dlc_Unary<"acosh", "inverse of cosh",    "acosh(x)", "dy / sqrt((x - 1) * (x + 1))">;
def AtanhOp : Dlc_Unary<"atanh", "inverse of tanh",    "atanh(x)", "dy / ((1 - x) * (1 + x))">;

// By e = exp(-|x|), which never overflows. By `select` rather than abs, whose gradient at 0 is 0.
def SigmoidOp : Dlc_Op<"sigmoid", [SameOperandsAndResultType, Diff, Body]> {
  let summary = "1 / (1 + exp(-x))";
  let description = "\n`y = select(x >= 0, 1, e) / (1 + e)` with `e = exp(-|x|)`, `dx = dy * (y * (1 - y))`.\n";
  let arguments = (ins Dlc_Float:$x);
  let results = (outs Dlc_Float:$y);
  let assemblyFormat = "$x attr-dict `:` type($x)";
  let extraClassDefinition = Rules<
      "Expr y(b, getY()), dy(b, dys[0]);", "Expr x(b, args[0]), e = exp(select(x >= 0, -x, x));",
      "select(x >= 0, 1, e) / (1 + e)", "dy * (y * (1 - y))">.text;
}

def ErfOp  : Dlc_Unary<"erf",  "error function", "erf(x)", "dy * (1.1283791670955126 * exp(-(x * x)))">;
def ErfcOp : Dlc_Unary<"erfc", "1 - erf(x), exact far from 0", "erfc(x)",
                       "-(dy * (1.1283791670955126 * exp(-(x * x))))">;
#endif
