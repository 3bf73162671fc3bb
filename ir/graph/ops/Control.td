//===- Control.td - ops that hold a piece of the program -----------*- tablegen -*-===//
// Their regions see nothing from outside but their arguments, so that a body is differentiated,
// fused and planned like an entry.
#ifndef DLC_IR_GRAPH_CONTROL
#define DLC_IR_GRAPH_CONTROL
include "ir/graph/Dialect.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"

class Dlc_Region<string mnemonic, list<Trait> traits = []> :
    Op<Dlc_Dialect, mnemonic, !listconcat([IsolatedFromAbove, SingleBlock, RecursiveMemoryEffects,
                                           RecursivelySpeculatable], traits)>;

def ScanOp : Dlc_Region<"scan", [AttrSizedOperandSegments]> {
  let summary = "a loop: carried values, a slice of each `xs` in, a slice of each stacked result out";
  let description = [{
    The body takes the step's number (i64, 0-d), one element along dim 0 of each of `xs`, the
    `consts`, and the carries; it gives one element of each stacked result, then the carries for
    the next step. Results are the stacked ones, then the last carries. `length` steps are run, or
    as many as `live` says of them; `reverse` runs from the last to the first. With `while`, the
    first carry (bool, 0-d) ends the loop when it is false; then the rest of the stacked results is
    undefined. `recompute`: the gradient computes a step again rather than keep what it needs.
  }];
  let arguments = (ins Variadic<Dlc_Tensor>:$carries, Variadic<Dlc_Tensor>:$xs,
                       Variadic<Dlc_Tensor>:$consts, I64Attr:$length, OptionalAttr<Dlc_LiveAttr>:$live,
                       UnitAttr:$reverse, UnitAttr:$exits, UnitAttr:$recompute);
  let results = (outs Variadic<Dlc_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{`carries` `(` $carries `)` `xs` `(` $xs `)` `consts` `(` $consts `)`
      `length` `=` $length (`live` $live^)? (`reverse` $reverse^)? (`while` $exits^)?
      (`recompute` $recompute^)? attr-dict-with-keyword `:` functional-type(operands, results) $body}];
  let hasRegionVerifier = 1;
  let extraClassDeclaration = [{
    ::dlc::ir::LiveDim extent() {
      return getLive() ? getLive()->getDims().front() : ::dlc::ir::LiveDim();
    }
    unsigned numStacked() { return getNumResults() - getCarries().size(); }
    ::mlir::Operation *terminator() { return getBody().front().getTerminator(); }
    ::mlir::Value indexArgument() { return getBody().getArgument(0); }
    ::mlir::Block::BlockArgListType xArguments() {
      return getBody().getArguments().slice(1, getXs().size());
    }
    ::mlir::Block::BlockArgListType constArguments() {
      return getBody().getArguments().slice(1 + getXs().size(), getConsts().size());
    }
    ::mlir::Block::BlockArgListType carryArguments() {
      return getBody().getArguments().take_back(getCarries().size());
    }
    ::mlir::OperandRange stackedValues() { return terminator()->getOperands().take_front(numStacked()); }
    ::mlir::OperandRange carryValues() { return terminator()->getOperands().drop_front(numStacked()); }
    /// The type of `element` stacked along a new dim 0.
    ::mlir::RankedTensorType stackedType(::mlir::RankedTensorType element);
  }];
}

def CondOp : Dlc_Region<"cond"> {
  let summary = "one of two pieces of the program, by a bool";
  let description = "Both regions take the operands after `pred` and give the results.";
  let arguments = (ins 0DTensorOf<[I1]>:$pred, Variadic<Dlc_Tensor>:$inputs);
  let results = (outs Variadic<Dlc_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$taken, SizedRegion<1>:$otherwise);
  let assemblyFormat = [{$pred `(` $inputs `)` attr-dict-with-keyword `:` functional-type(operands, results)
      $taken `else` $otherwise}];
  let hasRegionVerifier = 1;
}

def CheckpointOp : Dlc_Region<"checkpoint"> {
  let summary = "a piece of the program of which nothing is kept for the gradient";
  let description = "The reverse walk computes it again from its inputs. Gone after differentiation.";
  let arguments = (ins Variadic<Dlc_Tensor>:$inputs);
  let results = (outs Variadic<Dlc_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "`(` $inputs `)` attr-dict-with-keyword `:` functional-type(operands, results) $body";
  let hasRegionVerifier = 1;
}

def CustomGradientOp : Dlc_Region<"custom_gradient"> {
  let summary = "a piece of the program whose derivative the user gives";
  let description = [{
    `backward` takes the inputs, the results and a cotangent of each result, and gives a cotangent
    of each of the first `num_wrt` inputs. Gone after differentiation.
  }];
  let arguments = (ins Variadic<Dlc_Tensor>:$inputs, I64Attr:$num_wrt);
  let results = (outs Variadic<Dlc_Tensor>:$outputs);
  let regions = (region SizedRegion<1>:$forward, SizedRegion<1>:$backward);
  let assemblyFormat = [{`(` $inputs `)` `wrt` $num_wrt attr-dict-with-keyword `:`
      functional-type(operands, results) $forward `backward` $backward}];
  let hasRegionVerifier = 1;
}

def BarrierOp : Dlc_Op<"barrier", [SameOperandsAndResultType, Diff]> {
  let summary = "x, in no common subexpression with what reads x itself; erased before layouts";
  let description = "Each has a number of its own. What a checkpoint computes again reads through these.";
  let arguments = (ins Dlc_Tensor:$x, I64Attr:$number);
  let results = (outs Dlc_Tensor:$y);
  let assemblyFormat = "$x $number attr-dict `:` type($x)";
}

def NextOp : Dlc_Op<"next", [Terminator, ReturnLike,
                             ParentOneOf<["ScanOp", "CondOp", "CheckpointOp", "CustomGradientOp"]>]> {
  let summary = "what a region gives";
  let arguments = (ins Variadic<Dlc_Tensor>:$values);
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
}
#endif
