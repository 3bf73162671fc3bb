//===- Program.h - programs, states, settings, entries ----------------*- C++ -*-===//
// What outlives the graph: code generation reads the tables of a program from here and knows
// nothing of the ops that compute.
#ifndef DLC_IR_GRAPH_PROGRAM_H
#define DLC_IR_GRAPH_PROGRAM_H
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/ControlFlowInterfaces.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "ir/graph/Dialect.h.inc"
#include "ir/graph/Types.h"

#define GET_OP_CLASSES
#include "ir/graph/Program.h.inc"
#endif
