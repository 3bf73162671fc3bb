//===- Selection.h - reductions of x[mask] -------------------------*- C++ -*-===//
// How many elements x[mask] has is known only when the program runs, so it is no Tensor. What it is
// reduced to is one: the same of all of x, with something neutral in the places that are not
// selected.
#ifndef DLC_FRONTEND_OPS_SELECTION_H
#define DLC_FRONTEND_OPS_SELECTION_H
#include "frontend/ops/Reduce.h"
#include <optional>

namespace dlc {
/// What is reduced for a reduction of x[mask]: `dims` of all of x.
struct Selected {
  Tensor x, mask;
  Dims dims;
  Tensor with(const Operand &neutral) const { return where(mask, x, neutral); }
};

/// Nothing if `x` is a Tensor like any other. An error where the selected dim stays.
std::optional<Selected> selected(llvm::StringRef op, const Tensor &x, const Dims &dims,
                                 bool keepdim);
} // namespace dlc
#endif
