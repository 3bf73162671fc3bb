//===- nn.h - modules and layers --------------------------------*- C++ -*-===//
#ifndef DLC_NN_H
#define DLC_NN_H
#include "dlc/nn/layers.h"
#include "dlc/nn/module.h"
#include "dlc/nn/norm.h"
#include "dlc/nn/window.h"

namespace dlc::nn {
/// Scales all gradients so that their common norm, the 2-norm or another, is at most `maxNorm`;
/// returns the norm before.
Tensor clip_grad_norm_(const ParameterList &parameters, double maxNorm, double normType = 2);
/// Brings every element of the gradients into -value to value.
void clip_grad_value_(const ParameterList &parameters, double value);
} // namespace dlc::nn
#endif
