//===- autograd.h - gradients ------------------------------------*- C++ -*-===//
#ifndef DLC_OPS_AUTOGRAD_H
#define DLC_OPS_AUTOGRAD_H
#include "dlc/tensor.h"

namespace dlc {
Tensor detach(const Tensor &x);
/// The gradient of a loss with respect to any tensor it was computed from; it can be
/// differentiated again.
Tensor grad(const Tensor &loss, const Tensor &wrt);
} // namespace dlc
#endif
