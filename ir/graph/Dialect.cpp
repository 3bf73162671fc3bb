//===- Dialect.cpp - registration of the graph dialect ------------------------===//
#include "ir/graph/Dialect.h"
#include "mlir/IR/Builders.h"
#include "mlir/IR/DialectImplementation.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace dlc::ir;

#include "ir/graph/Dialect.cpp.inc"
#include "ir/graph/Interfaces.cpp.inc"
#define GET_ATTRDEF_CLASSES
#include "ir/graph/Attributes.cpp.inc"

void DlcDialect::initialize() {
  addAttributes<
#define GET_ATTRDEF_LIST
#include "ir/graph/Attributes.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Program.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Elementwise.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Transcendental.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Bitwise.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Creation.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Effects.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Shape.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Reduction.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Contraction.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Window.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Control.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Indexing.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Ordered.cpp.inc"
      >();
#define GET_OP_LIST
  addOperations<
#include "ir/graph/Differentiation.cpp.inc"
      >();
}
