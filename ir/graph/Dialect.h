//===- Dialect.h - the graph dialect, its interfaces and its ops ----*- C++ -*-===//
#ifndef DLC_IR_GRAPH_DIALECT_H
#define DLC_IR_GRAPH_DIALECT_H
#include "ir/graph/Program.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"

#define GET_ATTRDEF_CLASSES
#include "ir/graph/Attributes.h.inc"
#include "ir/graph/Interfaces.h.inc"

#define GET_OP_CLASSES
#include "ir/graph/Elementwise.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Transcendental.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Bitwise.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Creation.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Effects.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Shape.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Reduction.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Contraction.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Window.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Control.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Indexing.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Ordered.h.inc"
#define GET_OP_CLASSES
#include "ir/graph/Differentiation.h.inc"

namespace dlc::ir {
/// What the host does, in program order and never twice.
inline bool isEffect(mlir::Operation *op) { return mlir::isa<PrintOp, AssertOp, CheckIndexOp>(op); }
} // namespace dlc::ir
#endif
