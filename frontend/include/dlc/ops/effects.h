//===- effects.h - what an entry does beside computing -----------*- C++ -*-===//
// These happen when the entry runs, in the order in which they stand, once a call.
#ifndef DLC_OPS_EFFECTS_H
#define DLC_OPS_EFFECTS_H
#include "dlc/tensor.h"

namespace dlc {
/// A line on standard output: the numbers of `x` as PyTorch prints them, behind the label if there
/// is one. Any shape and dtype; of a dynamic dimension as much as is live. A tensor is computed
/// for being printed even if nothing else needs it.
/// Errors: at program scope, where nothing runs.
void print(const Tensor &x);
void print(const char *label, const Tensor &x);
void print(const char *text);

/// Stops the entry unless every element of `mask` is true: the call fails with the message, the
/// user's line, and how many elements are false. Parameters keep the values they had before the
/// entry. As torch._assert.
/// Errors: a mask that is not bool; at program scope.
void assert_(const Tensor &mask, const char *message);
} // namespace dlc
#endif
