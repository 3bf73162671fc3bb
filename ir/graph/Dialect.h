//===- Dialect.h - the graph dialect, its interfaces and its ops ----*- C++ -*-===//
#ifndef DLC_IR_GRAPH_DIALECT_H
#define DLC_IR_GRAPH_DIALECT_H
#include "ir/graph/LoopNest.h"
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "ir/graph/Dialect.h.inc"
#define GET_ATTRDEF_CLASSES
#include "ir/graph/Attributes.h.inc"
#include "ir/graph/Interfaces.h.inc"

#define GET_OP_CLASSES
#include "ir/graph/Program.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Elementwise.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Creation.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Shape.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Reduction.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Contraction.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Pooling.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Differentiation.h.inc"

#include "ir/graph/Types.h"
#endif
