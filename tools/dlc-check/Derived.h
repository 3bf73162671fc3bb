//===- Derived.h - entries that the tool adds to a test ----------------------*- C++ -*-===//
#ifndef DLC_TOOLS_CHECK_DERIVED_H
#define DLC_TOOLS_CHECK_DERIVED_H
#include "ir/graph/Dialect.h"

namespace dlc::check {
/// Adds @f.loss and @f.gradient for @f, both in f64 whatever @f computes in, and
/// @f.gradient.as_written in @f's own types. All take @f's inputs and a weight for each float
/// result; the loss is the sum of weight * result, the gradient is of that loss with respect to
/// each float input. An error where @f has nothing to differentiate.
mlir::LogicalResult addGradientEntries(ir::EntryOp entry);

/// Adds the entry @init, which leaves every state at zero, unless the program has one.
void addInit(ir::ProgramOp program);

/// The type of a derived entry: f64 in place of any float.
mlir::RankedTensorType inDouble(mlir::RankedTensorType type);
} // namespace dlc::check
#endif
