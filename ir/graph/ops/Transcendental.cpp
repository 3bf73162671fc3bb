//===- Transcendental.cpp - the rules of functions of real numbers compile here -===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Transcendental.cpp.inc"
