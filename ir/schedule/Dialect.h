//===- Dialect.h - the schedule dialect and its ops ------------------*- C++ -*-===//
#ifndef DLC_IR_SCHEDULE_DIALECT_H
#define DLC_IR_SCHEDULE_DIALECT_H
#include "mlir/Bytecode/BytecodeOpInterface.h"
#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinTypes.h"
#include "mlir/IR/Dialect.h"
#include "mlir/IR/OpDefinition.h"
#include "mlir/IR/OpImplementation.h"
#include "mlir/IR/SymbolTable.h"
#include "mlir/Interfaces/InferTypeOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"

#include "ir/schedule/Dialect.h.inc"
#define GET_OP_CLASSES
#include "ir/schedule/Ops.h.inc"
#endif
