//===- ClipGradients.cpp - gradients of a bounded norm or size ------------===//
#include "dlc/nn.h"
#include "frontend/optim/Optimizer.h"
#include <cmath>

using namespace mlir;

namespace dlc::nn {
static SmallVector<optim::Updated> gradientsOf(const char *function,
                                               const ParameterList &parameters) {
  if (!tracer().open)
    fail("`" + Twine(function) + "` at program scope; gradients belong to an entry");
  return optim::withGradients(parameters);
}

/// The norm of all elements together, from the sum of their powers or from the extremes of each.
static Tensor commonNorm(ArrayRef<optim::Updated> updated, double p) {
  bool extreme = std::isinf(p);
  Tensor total;
  for (const optim::Updated &u : updated) {
    Tensor part = p == 2    ? sum(u.gradient * u.gradient)
                  : extreme ? norm(u.gradient, p)
                            : pow(norm(u.gradient, p), p);
    if (!total.defined())
      total = part;
    else
      total = !extreme ? total + part : p > 0 ? maximum(total, part) : minimum(total, part);
  }
  return p == 2 ? sqrt(total) : extreme ? total : pow(total, 1 / p);
}

// torch/nn/utils/clip_grad.py: coefficient = min(1, max_norm / (norm + 1e-6)), no branch.
Tensor clip_grad_norm_(const ParameterList &parameters, double maxNorm, double normType) {
  auto updated = gradientsOf("clip_grad_norm_", parameters);
  if (normType == 0)
    fail("`clip_grad_norm_` with a norm type of 0; it is another number, or infinity");
  Tensor before = commonNorm(updated, normType);
  Tensor coefficient = minimum(maxNorm / (before + 1e-6), 1.0);
  for (const optim::Updated &u : updated)
    optim::assign(tracer().gradientOf(u.parameter), u.gradient * coefficient);
  return before;
}

void clip_grad_value_(const ParameterList &parameters, double value) {
  for (const optim::Updated &u : gradientsOf("clip_grad_value_", parameters))
    optim::assign(tracer().gradientOf(u.parameter), clamp(u.gradient, -value, value));
}
} // namespace dlc::nn
