//===- ops.h - operations on tensors ----------------------------*- C++ -*-===//
// Names, argument orders and meanings are PyTorch's. Shapes broadcast and dtypes promote as there.
#ifndef DLC_OPS_H
#define DLC_OPS_H
#include "dlc/ops/activation.h"
#include "dlc/ops/autograd.h"
#include "dlc/ops/creation.h"
#include "dlc/ops/effects.h"
#include "dlc/ops/elementwise.h"
#include "dlc/ops/indexing.h"
#include "dlc/ops/linalg.h"
#include "dlc/ops/loop.h"
#include "dlc/ops/loss.h"
#include "dlc/ops/normalization.h"
#include "dlc/ops/ordered.h"
#include "dlc/ops/random.h"
#include "dlc/ops/reduction.h"
#include "dlc/ops/shape.h"
#include "dlc/ops/window.h"
#endif
