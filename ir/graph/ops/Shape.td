//===- Shape.td - ops that only move elements, and padding ------*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_SHAPE
#define DLC_IR_GRAPH_SHAPE
include "ir/graph/Dialect.td"

class Dlc_Shape<string mnemonic, string doc, list<Trait> traits> :
    Dlc_Op<mnemonic, !listconcat([Diff], traits)> {
  let summary = doc;
  let results = (outs Dlc_Tensor:$y);
}

def BroadcastOp : Dlc_Shape<"broadcast", "x repeated along the new dimensions `dims` of the result", [Moves]> {
  let arguments = (ins Dlc_Tensor:$x, DenseI64ArrayAttr:$dims);
  let assemblyFormat = "$x `dims` `=` $dims attr-dict `:` type($x) `to` type($y)";
  let hasVerifier = 1;
}
def ReshapeOp : Dlc_Shape<"reshape", "the same elements in row-major order", [Moves]> {
  let arguments = (ins Dlc_Tensor:$x);
  let assemblyFormat = "$x attr-dict `:` type($x) `to` type($y)";
  let hasVerifier = 1;
}
def PermuteOp : Dlc_Shape<"permute", "dimension i of the result is dimension perm[i] of x",
                          [Moves, InferTypeOpAdaptor]> {
  let arguments = (ins Dlc_Tensor:$x, DenseI64ArrayAttr:$perm);
  let assemblyFormat = "$x `perm` `=` $perm attr-dict `:` type($x)";
}
def ReverseOp : Dlc_Shape<"reverse", "order of elements turned round along `dims`",
                          [Moves, InferTypeOpAdaptor]> {
  let arguments = (ins Dlc_Tensor:$x, DenseI64ArrayAttr:$dims);
  let assemblyFormat = "$x `dims` `=` $dims attr-dict `:` type($x)";
}
def SliceOp : Dlc_Shape<"slice", "every strides[i]-th element from starts[i], sizes[i] of them",
                        [Moves, InferTypeOpAdaptor]> {
  let arguments = (ins Dlc_Tensor:$x, DenseI64ArrayAttr:$starts, DenseI64ArrayAttr:$sizes,
                       DenseI64ArrayAttr:$strides);
  let assemblyFormat = [{$x `starts` `=` $starts `sizes` `=` $sizes `strides` `=` $strides
                         attr-dict `:` type($x)}];
}
def PadOp : Dlc_Shape<"pad", "`value` before, behind and between the elements",
                      [InferTypeOpAdaptor]> {
  let arguments = (ins Dlc_Tensor:$x, DenseI64ArrayAttr:$low, DenseI64ArrayAttr:$high,
                       DenseI64ArrayAttr:$interior, F64Attr:$value);
  let assemblyFormat = [{$x `low` `=` $low `high` `=` $high `interior` `=` $interior `value` `=` $value
                         attr-dict `:` type($x)}];
}
def ConcatOp : Dlc_Shape<"concat", "the operands behind each other along `dim`", [InferTypeOpAdaptor]> {
  let arguments = (ins Variadic<Dlc_Tensor>:$xs, I64Attr:$dim);
  let assemblyFormat = "$xs `dim` `=` $dim attr-dict `:` type($xs)";
}
def EmptyOp : Op<Dlc_Dialect, "empty"> {
  let summary = "a buffer that holds anything";
  let description = "What a concatenation becomes before kernels are formed: its operands are placed into one.";
  let results = (outs Res<Dlc_Tensor, "", [MemAlloc<DefaultResource>]>:$y); // two are never one
  let assemblyFormat = "attr-dict `:` type($y)";
}
def PlaceOp : Dlc_Op<"place", [AllTypesMatch<["base", "y"]>, Overlays]> {
  let summary = "base, with x over its elements at low[i] + j*(interior[i]+1)";
  let description = "What padding and concatenation become before kernels are formed: x goes over base in place.";
  let arguments = (ins Dlc_Tensor:$x, Dlc_Tensor:$base, DenseI64ArrayAttr:$low, DenseI64ArrayAttr:$interior);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = [{$x `in` $base `low` `=` $low `interior` `=` $interior attr-dict
                         `:` type($x) `in` type($base)}];
}
#endif
