//===- ClipGradNorm.cpp - gradients of a bounded norm ---------------------===//
#include "dlc/nn.h"
#include "frontend/optim/Optimizer.h"

namespace dlc::nn {
// torch/nn/utils/clip_grad.py: coefficient = min(1, max_norm / (norm + 1e-6)), no branch.
Tensor clip_grad_norm_(const ParameterList &parameters, double maxNorm) {
  if (!tracer().open)
    fail("`clip_grad_norm_` at program scope; gradients belong to an entry");
  auto updated = optim::withGradients(parameters);
  Tensor squares;
  for (const optim::Updated &u : updated) {
    Tensor square = sum(u.gradient * u.gradient);
    squares = squares.defined() ? squares + square : square;
  }
  Tensor norm = sqrt(squares);
  Tensor coefficient = minimum(maxNorm / (norm + 1e-6), 1.0);
  for (const optim::Updated &u : updated)
    optim::assign(tracer().gradientOf(u.parameter), u.gradient * coefficient);
  return norm;
}
} // namespace dlc::nn
