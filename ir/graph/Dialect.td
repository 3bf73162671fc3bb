//===- Dialect.td - the graph dialect, its types and its base op -*- tablegen -*-===//
#ifndef DLC_IR_GRAPH_DIALECT
#define DLC_IR_GRAPH_DIALECT
include "ir/graph/interfaces/Interfaces.td"
include "mlir/IR/AttrTypeBase.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"

def Dlc_Dialect : Dialect {
  let name = "dlc";
  let cppNamespace = "::dlc::ir";
  let summary = "Pure tensor ops; broadcasting is explicit, every op knows its derivative.";
  let useDefaultAttributePrinterParser = 1;
}

class Dlc_Op<string mnemonic, list<Trait> traits = []> :
    Op<Dlc_Dialect, mnemonic, !listconcat([Pure], traits)>;

// i8 is u8, the only 8-bit type: unsigned everywhere. Signless here, as all integers, since the
// scalar ops want that; what is computed in f16, bf16 and i8 says ir/graph/Precision.h.
def Dlc_Float  : RankedTensorOf<[F32, F64, F16, BF16]>;
def Dlc_Int    : RankedTensorOf<[I32, I64, I8]>;
def Dlc_Number : RankedTensorOf<[F32, F64, F16, BF16, I32, I64, I8]>;
def Dlc_Bool   : RankedTensorOf<[I1]>;
def Dlc_Bits   : RankedTensorOf<[I32, I64, I8, I1]>;
def Dlc_Tensor : RankedTensorOf<[F32, F64, F16, BF16, I32, I64, I8, I1]>;
def Dlc_Index0 : Type<0DTensorOf<[I64]>.predicate, "tensor<i64>", "::mlir::RankedTensorType">,
    BuildableType<"::mlir::RankedTensorType::get({}, $_builder.getI64Type())">;

defvar Diff     = DeclareOpInterfaceMethods<Differentiable>;
defvar Body     = DeclareOpInterfaceMethods<ScalarBody>;
defvar Moves    = DeclareOpInterfaceMethods<Movement>;
defvar Creates  = DeclareOpInterfaceMethods<Creation>;
defvar Anchored = DeclareOpInterfaceMethods<Structured>;
defvar LooksUp  = DeclareOpInterfaceMethods<Lookup>;
defvar Overlays = DeclareOpInterfaceMethods<Overlay>;
defvar Whole    = DeclareOpInterfaceMethods<WholeKernel>;

class Dlc_Attr<string name, string mnem> : AttrDef<Dlc_Dialect, name> {
  let mnemonic = mnem;
}

// The encoding of a tensor type with dynamic dimensions: how much of each axis is live.
def Dlc_LiveAttr : Dlc_Attr<"Live", "live"> {
  let summary = "live extent of each axis: nothing, or mul*symbol+add";
  let parameters = (ins ArrayRefParameter<"::dlc::ir::LiveDim", "one per axis">:$dims);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
}
#endif
