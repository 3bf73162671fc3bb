//===- nn.h - modules and layers --------------------------------*- C++ -*-===//
#ifndef DLC_NN_H
#define DLC_NN_H
#include "dlc/nn/layers.h"
#include "dlc/nn/module.h"
#include "dlc/nn/window.h"

namespace dlc::nn {
/// Scales all gradients so that their common 2-norm is at most `maxNorm`; returns the norm before.
Tensor clip_grad_norm_(const ParameterList &parameters, double maxNorm);
} // namespace dlc::nn
#endif
