//===- Window.td - what slides over a tensor: windows, convolution, pooling -*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_WINDOW
#define DLC_IR_GRAPH_WINDOW
include "ir/graph/Dialect.td"

def WindowsOp : Dlc_Op<"windows", [Diff, Moves, InferTypeOpAdaptor]> {
  let summary = "`count` windows of `size` elements along `dim`; the place in the window is a new last dim";
  let description = [{
    `y[.., i, .., k] = x[.., (i*mul + add) floordiv div + k*dilation, ..]`: one window every
    mul/div elements. Windows may overlap; the gradient adds up what they share.
  }];
  let arguments = (ins Dlc_Tensor:$x, I64Attr:$dim, I64Attr:$count, I64Attr:$size, I64Attr:$mul,
                       I64Attr:$add, I64Attr:$div, I64Attr:$dilation);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = [{$x `dim` `=` $dim `count` `=` $count `size` `=` $size `mul` `=` $mul
                         `add` `=` $add `div` `=` $div `dilation` `=` $dilation
                         attr-dict `:` type($x)}];
}

def ConvOp : Dlc_Op<"conv", [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = "cross-correlation of [N,C,spatial...] with [O,C,kernel...], no padding; in groups with dims more";
  let description = [{
    `y[n,o,i..] = sum_{c,u..} x[n,c,i*s+u*d..] * w[o,c,u..]`, one stride and dilation a spatial
    dim, of which there are one to three. With groups x is [N,G...,C,spatial...], w is
    [G...,O,C,kernel...] and y is [N,G...,O,spatial...]; `groups` of the language are one such dim.
    Its own gradients are two more of its kind, so it can be differentiated any number of times.
    With `bf16`, operands of f32 are rounded to bf16 before they are multiplied; sums and result
    are f32.
  }];
  let arguments = (ins Dlc_Float:$x, Dlc_Float:$w, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$dilations, UnitAttr:$bf16);
  let results = (outs Dlc_Float:$y);
  let assemblyFormat = [{$x `,` $w `strides` `=` $strides `dilations` `=` $dilations
                         attr-dict `:` type($x) `,` type($w)}];
  let extraClassDeclaration = [{
    bool isGrouped() {
      return typeOf(getX()).getRank() > ::int64_t(getStrides().size()) + 2;
    }
  }];
}

def Dlc_Single : RankedTensorOf<[F32]>;
class Dlc_Winograd<string mnemonic, string doc> :
    Dlc_Op<mnemonic, [Whole, InferTypeOpAdaptor]> {
  let summary = doc;
  let results = (outs Dlc_Single:$y);
}
def WinogradOp : Dlc_Winograd<"winograd",
    "convolution of [N,C,H,W] between zeros with [O,C,3,3] in fewer products: F(4x4,3x3)"> {
  let description = [{
    `dlc.conv` of x, padded with `low` and `high` zeros in H and W, with strides and dilations of
    one. Each 4x4 of y takes 36 products a pair of channels rather than 144, of sums of elements:
    it rounds more. `turned`: with w turned round in both of its spatial dims. Passes make it of
    convolutions when all gradients are there.
  }];
  let arguments = (ins Dlc_Single:$x, Dlc_Single:$w, DenseI64ArrayAttr:$low, DenseI64ArrayAttr:$high,
                       UnitAttr:$turned);
  let assemblyFormat = [{$x `,` $w `low` `=` $low `high` `=` $high (`turned` $turned^)?
                         attr-dict `:` type($x) `,` type($w)}];
}
def WinogradWeightOp : Dlc_Winograd<"winograd_weight",
    "gradient of `dlc.winograd` for its weight, as `parts` sums [P,C,O,3,3] over a part of N each"> {
  let arguments = (ins Dlc_Single:$x, Dlc_Single:$dy, DenseI64ArrayAttr:$low,
                       DenseI64ArrayAttr:$high, I64Attr:$parts);
  let assemblyFormat = [{$x `,` $dy `low` `=` $low `high` `=` $high `parts` `=` $parts
                         attr-dict `:` type($x) `,` type($dy)}];
}

def MaxPoolOp : Dlc_Op<"max_pool", [Diff, Anchored, InferTypeOpAdaptor]> {
  let summary = "largest of each window of [N,C,spatial...], and its row-major place in the window; the first at a tie";
  let arguments = (ins Dlc_Float:$x, DenseI64ArrayAttr:$window, DenseI64ArrayAttr:$strides,
                       DenseI64ArrayAttr:$dilations);
  let results = (outs Dlc_Float:$y, Dlc_Int:$index);
  let assemblyFormat = [{$x `window` `=` $window `strides` `=` $strides `dilations` `=` $dilations
                         attr-dict `:` type($x)}];
}
#endif
