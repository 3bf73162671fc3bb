//===- Effects.cpp - what a program does beside computing -------------------------===//
#include "ir/graph/Dialect.h"

using namespace mlir;
using namespace dlc::ir;

#define GET_OP_CLASSES
#include "ir/graph/Effects.cpp.inc"
