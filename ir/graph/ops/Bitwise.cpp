//===- Bitwise.cpp - the rules of masks and bits compile here -----------------===//
#include "ir/graph/Dialect.h"
#include "ir/graph/expr/Expr.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Bitwise.cpp.inc"
