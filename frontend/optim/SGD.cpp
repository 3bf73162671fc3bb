//===- SGD.cpp - stochastic gradient descent ------------------------------===//
// torch/optim/sgd.py, _single_tensor_sgd:
//   grad = grad + weight_decay * param
//   buf  = grad at the first step, then momentum * buf + (1 - dampening) * grad
//   grad = grad + momentum * buf  if nesterov, else buf
//   param = param - lr * grad
// Without dampening a buffer that starts at zero gives the first step too.
#include "frontend/optim/Optimizer.h"

namespace dlc::optim {
SGD::SGD(ParameterList parameters, SGDOptions options)
    : Optimizer(std::move(parameters)), options(options) {
  if (options.nesterov && (options.momentum <= 0 || options.dampening != 0))
    fail("`SGD` with nesterov, momentum " + std::to_string(options.momentum) + " and dampening " +
         std::to_string(options.dampening) + "; nesterov needs a momentum and zero dampening");
}

void SGD::update() {
  auto updated = withGradients(parameters, options.maximize);
  Tensor lr = setting(number, "lr", options.lr), momentum, keep, decay, first;
  if (options.weight_decay != 0)
    decay = setting(number, "weight_decay", options.weight_decay);
  if (options.momentum != 0)
    momentum = setting(number, "momentum", options.momentum);
  if (options.momentum != 0 && options.dampening != 0) {
    keep = 1 - setting(number, "dampening", options.dampening);
    first = countStep(number, "dlc.sgd.step") == 1;
  }
  for (const Updated &u : updated) {
    Tensor gradient = u.gradient;
    if (decay.defined())
      gradient = gradient + u.value * as(decay, gradient);
    if (momentum.defined()) {
      int state = stateLike(number, u.parameter, "sgd", "momentum_buffer");
      Tensor kept = valueOfState(state) * as(momentum, gradient);
      Tensor buffer = kept + (keep.defined() ? gradient * as(keep, gradient) : gradient);
      if (first.defined())
        buffer = where(first, gradient, buffer);
      assign(state, buffer);
      gradient = options.nesterov ? gradient + buffer * as(momentum, gradient) : buffer;
    }
    Tensor value = u.value - gradient * as(lr, gradient);
    assign(u.parameter, detach(value));
  }
}
} // namespace dlc::optim
