//===- Dialect.td - the schedule dialect -----------------------*- tablegen -*-===//
#ifndef DLC_IR_SCHEDULE_DIALECT
#define DLC_IR_SCHEDULE_DIALECT
include "mlir/IR/OpBase.td"
include "mlir/IR/CommonAttrConstraints.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Step_Dialect : Dialect {
  let name = "step";
  let cppNamespace = "::dlc::step";
  let summary = "An entry as a list of kernel launches over planned buffers.";
}

class Step_Op<string mnemonic, list<Trait> traits = []> : Op<Step_Dialect, mnemonic, traits>;

defvar Layouts = OptionalAttr<ArrayAttr>;

def KernelOp : Step_Op<"kernel", [Symbol, IsolatedFromAbove, SingleBlock, AutomaticAllocationScope]> {
  let summary = "what one launch runs";
  let description = [{
    As formed, the block takes the tensors it reads and `step.return`s the tensors it makes.
    Lowered, it takes a memref for each of both and an index per program dimension, and holds
    linalg ops; `overwrites` then lists (result, operand) pairs that may share a buffer. A kernel
    with `in_place` writes part of its first result and must share it with the operand that holds
    the rest: the first pair.
    `layouts` gives the storage order of operands, then results; absent means row-major.
    `tiles` counts the tiles by axis, the last one counting fastest. `cut` names an axis of them by its
    number, then says per memref how many bytes lie between two of its tiles, each tile keeping
    to its own; 0: every tile may read all of it; -1: none touches it. Without `cut` tiles of no
    axis are apart like that.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, I64Attr:$num_inputs, I64Attr:$num_outputs,
                       Layouts:$layouts, OptionalAttr<DenseI64ArrayAttr>:$overwrites,
                       OptionalAttr<ArrayAttr>:$tiles, OptionalAttr<I64Attr>:$scratch,
                       OptionalAttr<DenseI64ArrayAttr>:$cut);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{$sym_name `inputs` $num_inputs `outputs` $num_outputs
                         (`layouts` $layouts^)? (`overwrites` $overwrites^)? (`tiles` $tiles^)?
                         (`cut` $cut^)? (`scratch` $scratch^)? attr-dict-with-keyword $body}];
  let extraClassDeclaration = [{
    /// Of a lowered kernel with `in_place`: the operand that holds the rest of its first result.
    std::optional<int64_t> restOperand();
    /// Whether result `result` of a lowered kernel may lie over operand `operand`.
    bool mayOverwrite(int64_t result, int64_t operand);
  }];
}
def ReturnOp : Step_Op<"return", [Pure, Terminator, HasParent<"KernelOp">]> {
  let summary = "the tensors a kernel makes; nothing once it is lowered";
  let arguments = (ins Variadic<AnyType>:$values);
  let builders = [OpBuilder<(ins), [{ }]>];
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
}

def ScheduleOp : Step_Op<"schedule", [Symbol, IsolatedFromAbove, SingleBlock]> {
  let summary = "the launches of one entry, in order";
  let description = [{
    Arguments are the entry's inputs and states until memory is planned; then the schedule
    takes nothing and `arena` is the bytes it uses. `inputs_at` and `results_at` say where in
    the arena the caller puts inputs and finds results.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, StrArrayAttr:$inputs,
                       TypedArrayAttrBase<FlatSymbolRefAttr, "states">:$states, StrArrayAttr:$results,
                       TypeArrayAttr:$input_types, TypeArrayAttr:$result_types,
                       OptionalAttr<I64Attr>:$arena, OptionalAttr<DenseI64ArrayAttr>:$inputs_at,
                       OptionalAttr<DenseI64ArrayAttr>:$results_at);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{$sym_name `inputs` $inputs $input_types `states` $states
                         `results` $results $result_types (`arena` $arena^)?
                         (`inputs_at` $inputs_at^)? (`results_at` $results_at^)?
                         attr-dict-with-keyword $body}];
}
def DoneOp : Step_Op<"done", [Terminator, HasParent<"ScheduleOp">]> {
  let summary = "results, then new states; nothing once memory is planned";
  let arguments = (ins Variadic<AnyType>:$values);
  let builders = [OpBuilder<(ins), [{ }]>];
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
}

def LaunchOp : Step_Op<"launch", [DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "run a kernel on all its tiles";
  let description = [{
    Before planning: operands are the kernel's inputs, results its outputs. After: operands
    are buffers, one per memref of the kernel. Program dimensions are passed by themselves.
    `per_unit`: see `step.join`.
  }];
  let arguments = (ins FlatSymbolRefAttr:$kernel, Variadic<AnyType>:$operands,
                       OptionalAttr<I64Attr>:$per_unit);
  let builders = [OpBuilder<(ins "::mlir::TypeRange":$outputs, "::mlir::FlatSymbolRefAttr":$kernel,
                                 "::mlir::ValueRange":$operands),
                            [{ build($_builder, $_state, outputs, kernel, operands, nullptr); }]>,
                  OpBuilder<(ins "::mlir::TypeRange":$outputs, "::llvm::StringRef":$kernel,
                                 "::mlir::ValueRange":$operands),
                            [{ build($_builder, $_state, outputs, kernel, operands, nullptr); }]>];
  let results = (outs Variadic<AnyType>:$outputs);
  let assemblyFormat = [{$kernel `(` $operands `)` attr-dict `:` functional-type($operands, $outputs)}];
}
def SweepOp : Step_Op<"sweep"> {
  let summary = "one launch over a table of segments that lie behind each other, as over one flat buffer";
  let description = [{
    For each input of the kernel one operand if it is 0-d, else one per segment; for each output
    a result per segment. The plan puts the segments of a table at the distances that the
    segments of the states have; then this is an ordinary launch.
  }];
  let arguments = (ins FlatSymbolRefAttr:$kernel, I64Attr:$segments, Variadic<AnyType>:$operands);
  let results = (outs Variadic<AnyType>:$outputs);
  let assemblyFormat = [{$kernel `segments` $segments `(` $operands `)` attr-dict
                         `:` functional-type($operands, $outputs)}];
}
def HostOp : Step_Op<"host"> {
  let summary = "what the host does between launches: `print` or `write` a tensor, `assert` a mask, check an `index`";
  let description = [{
    Happens when all launches before it are done. The operand is row-major; `type` says its shape
    and how much of it is live. A print may be of the text alone; a write is a print that does not end
    the line. A false mask ends the schedule, and so does an index outside: there the operand is that
    of a `reduced` dlc.check_index, 0-d, and `type` is that of the axis.
  }];
  let arguments = (ins StrAttr:$what, StrAttr:$text, Optional<AnyType>:$x,
                       OptionalAttr<TypeAttr>:$type);
  let assemblyFormat = "$what $text (`(` $x^ `:` type($x) `)`)? (`as` $type^)? attr-dict";
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// It may end the schedule, which has written no state until then.
    bool mayStop() { return getWhat() == "assert" || getWhat() == "index"; }
    /// Shape and dtype of the operand.
    ::mlir::ShapedType operandType();
  }];
}
def LoopOp : Step_Op<"loop", [IsolatedFromAbove, SingleBlock, AttrSizedOperandSegments]> {
  let summary = "launches that are repeated, before memory is planned";
  let description = [{
    Arguments and results are those of dlc.scan: the body takes the step's number, a slice of each
    of `xs`, the `consts` and the carries, and `step.next` gives a slice of each stacked result, then the
    carries. `trips` is the number of steps, a function of the program's dimensions.
  }];
  let arguments = (ins Variadic<AnyType>:$carries, Variadic<AnyType>:$xs, Variadic<AnyType>:$consts,
                       AffineMapAttr:$trips, UnitAttr:$reverse, UnitAttr:$exits);
  let results = (outs Variadic<AnyType>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{`carries` `(` $carries `)` `xs` `(` $xs `)` `consts` `(` $consts `)` `trips` $trips
      (`reverse` $reverse^)? (`while` $exits^)? attr-dict-with-keyword `:` functional-type(operands, results) $body}];
}
def BranchOp : Step_Op<"branch", [IsolatedFromAbove]> {
  let summary = "one of two lists of launches, before memory is planned";
  let arguments = (ins AnyType:$pred, Variadic<AnyType>:$inputs);
  let results = (outs Variadic<AnyType>:$outputs);
  let regions = (region SizedRegion<1>:$taken, SizedRegion<1>:$otherwise);
  let assemblyFormat = [{$pred `(` $inputs `)` attr-dict-with-keyword `:` functional-type(operands, results)
      $taken `else` $otherwise}];
}
def NextOp : Step_Op<"next", [Terminator]> {
  let summary = "what a body gives; nothing once memory is planned";
  let arguments = (ins Variadic<AnyType>:$values);
  let builders = [OpBuilder<(ins), [{ }]>];
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
}
def ForOp : Step_Op<"for", [SingleBlock]> {
  let summary = "launches that are repeated; the block's argument counts the steps";
  let description = "With `condition`, a bool in memory, the loop ends when it is false before a step.";
  let arguments = (ins AffineMapAttr:$trips, UnitAttr:$reverse, Optional<AnyMemRef>:$condition);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{$trips (`reverse` $reverse^)? (`while` $condition^ `:` type($condition))? attr-dict-with-keyword $body}];
}
def IfOp : Step_Op<"if"> {
  let summary = "one of two lists of launches, by a bool in memory";
  let arguments = (ins AnyMemRef:$condition);
  let regions = (region SizedRegion<1>:$taken, SizedRegion<1>:$otherwise);
  let assemblyFormat = "$condition attr-dict-with-keyword `:` type($condition) $taken `else` $otherwise";
}
def JoinOp : Step_Op<"join", [SingleBlock, NoTerminator]> {
  let summary = "launches that every thread runs over a part of its own, without waiting for others";
  let description = [{
    The work is `units` at the bound, a part some of them in a row. `per_unit` of a launch says how
    many tiles of its kernel's `cut` axis a unit is. What one unit writes, no other reads or writes,
    in no step of a loop. Where threads would get parts of very different size, because units are
    few, it is an ordinary list of launches.
  }];
  let arguments = (ins I64Attr:$units);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = "`units` $units attr-dict-with-keyword $body";
}
def CountOp : Step_Op<"count"> {
  let summary = "stores the number of a loop's step, for kernels to read";
  let arguments = (ins Index:$step, AnyMemRef:$to);
  let assemblyFormat = "$step `to` $to attr-dict `:` type($to)";
}

def ViewOp : Step_Op<"view", [Pure]> {
  let summary = "the same bytes under another shape";
  let arguments = (ins AnyType:$x);
  let results = (outs AnyType:$y);
  let assemblyFormat = "$x attr-dict `:` type($x) `to` type($y)";
}
def SettingOp : Step_Op<"setting", [Pure]> {
  let summary = "the place of a program setting";
  let arguments = (ins FlatSymbolRefAttr:$setting);
  let results = (outs AnyType:$y);
  let assemblyFormat = "$setting attr-dict `:` type($y)";
}
def ConstantOp : Step_Op<"constant", [Pure]> {
  let summary = "the place of numbers that the program holds, row-major; read only";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs AnyType:$y);
  let assemblyFormat = "$value attr-dict `:` type($y)";
}
def EmptyOp : Step_Op<"empty"> {
  let summary = "a buffer that holds anything until launches fill it";
  let results = (outs Res<AnyType, "", [MemAlloc<DefaultResource>]>:$y); // two are never one
  let assemblyFormat = "attr-dict `:` type($y)";
}
def SlotOp : Step_Op<"slot", [Pure]> {
  let summary = "bytes at an offset of the arena or of the state block";
  let description = "In loops the slot moves: by strides[i] bytes with each of `steps[i]`.";
  let arguments = (ins StrAttr:$space, I64Attr:$offset, Variadic<Index>:$steps,
                       DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$strides);
  let results = (outs AnyMemRef:$buffer);
  let assemblyFormat = [{$space $offset (`at` $steps^ `by` $strides)? attr-dict `:` type($buffer)}];
  let builders = [OpBuilder<(ins "::mlir::Type":$type, "::mlir::StringAttr":$space,
                                 "::mlir::IntegerAttr":$offset), [{
    build($_builder, $_state, type, space, offset, ::mlir::ValueRange(),
          $_builder.getDenseI64ArrayAttr({}));
  }]>];
}

def PutOp : Step_Op<"put"> {
  let summary = "in a linalg body: writes an element to a place that data decides, if `mask` is set";
  let description = [{
    Of the iterations that write to one place, those of parallel loops are never two; those of
    reductions run in order.
  }];
  let arguments = (ins AnyType:$value, Arg<AnyMemRef, "", [MemWrite]>:$memref,
                       Variadic<Index>:$indices, I1:$mask);
  let assemblyFormat = "$value `,` $memref `[` $indices `]` `if` $mask attr-dict `:` type($value) `,` type($memref)";
}
defvar Words = AnyTypeOf<[I32, VectorOfNonZeroRankOf<[I32]>]>;
def PhiloxOp : Step_Op<"philox", [Pure, SameOperandsAndResultType]> {
  let summary = "in a linalg body: Philox4x32-10 of a counter under a key";
  let description = "One op rather than its hundred: targets choose how to write ten rounds.";
  let arguments = (ins Words:$c0, Words:$c1, Words:$c2, Words:$c3, Words:$k0, Words:$k1);
  let results = (outs Words:$y0, Words:$y1, Words:$y2, Words:$y3);
  let assemblyFormat = "$c0 `,` $c1 `,` $c2 `,` $c3 `key` $k0 `,` $k1 attr-dict `:` type($c0)";
}
def PaddedOp : Step_Op<"padded", [Pure]> {
  let summary = "in a kernel: a part of x with `value` around it, read where x lies";
  let description = [{
    The part begins at starts[i] and has sizes[i] elements; low[i] elements stand before it, and as
    many behind it as the result's type says. Nothing is copied: who reads outside of the part gets
    the value.
  }];
  let arguments = (ins AnyMemRef:$x, DenseI64ArrayAttr:$starts, DenseI64ArrayAttr:$sizes,
                       DenseI64ArrayAttr:$low, F64Attr:$value);
  let results = (outs AnyMemRef:$y);
  let assemblyFormat = [{$x `starts` `=` $starts `sizes` `=` $sizes `low` `=` $low `value` `=` $value
                         attr-dict `:` type($x) `to` type($y)}];
}
def SortOp : Step_Op<"sort"> {
  let summary = "a kernel by itself: the indices that sort x along `dim`, stable; a NaN is the largest";
  let description = [{
    `layouts` maps an index in the tensor to one in each memref; `extents` are the live sizes of
    the tensor's axes as functions of the program's dimensions.
  }];
  let arguments = (ins Arg<AnyMemRef, "", [MemRead]>:$x, Arg<AnyMemRef, "", [MemWrite]>:$order,
                       AffineMapArrayAttr:$layouts, AffineMapArrayAttr:$extents, I64Attr:$dim,
                       UnitAttr:$descending);
  let assemblyFormat = [{$x `to` $order `dim` `=` $dim (`descending` $descending^)?
                         `layouts` $layouts `extents` $extents attr-dict
                         `:` type($x) `to` type($order)}];
}
class Step_Winograd<string mnemonic, string doc> : Step_Op<mnemonic> {
  let summary = doc;
  let arguments = (ins Arg<AnyMemRef, "", [MemRead]>:$x, Arg<AnyMemRef, "", [MemRead]>:$other,
                       Arg<AnyMemRef, "", [MemWrite]>:$y, DenseI64ArrayAttr:$low,
                       AffineMapAttr:$batch, UnitAttr:$turned);
  let assemblyFormat = [{$x `,` $other `to` $y `low` `=` $low `batch` `=` $batch
                         (`turned` $turned^)? attr-dict
                         `:` type($x) `,` type($other) `to` type($y)}];
}
def WinogradOp : Step_Winograd<"winograd",
    "a kernel by itself: 3x3 convolution of x, [N,H,W,C], with [3,3,C,O] to [N,H,W,O]"> {
  let description = [{
    `low` are the zeros before H and W of x; those behind follow from the shape of y. `batch` is the
    live size of N. `turned`: the weight is read from its end in both of its first dims.
  }];
}
def WinogradWeightOp : Step_Winograd<"winograd_weight",
    "a kernel by itself: sums of x, [N,H,W,C], times dy, [N,H,W,O], to [P,3,3,C,O]"> {
  let description = "Each of P parts of N has a sum of its own. The rest is as in `step.winograd`.";
}
#endif
