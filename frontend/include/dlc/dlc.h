//===- dlc.h - everything a model file needs --------------------*- C++ -*-===//
// What is declared here runs inside the compiler, once, and records what it is asked to compute:
// docs/guide says how. No MLIR and little of the standard library, so a model compiles at once.
#ifndef DLC_DLC_H
#define DLC_DLC_H
#include "dlc/nn.h"
#include "dlc/ops.h"
#include "dlc/optim.h"
#include "dlc/program.h"
#include "dlc/shape.h"
#include "dlc/state.h"
#include "dlc/tensor.h"
#endif
