//===- Adagrad.cpp - Adagrad ----------------------------------------------===//
// torch/optim/adagrad.py, _single_tensor_adagrad:
//   grad  = grad + weight_decay * param
//   sum   = sum + grad * grad
//   param = param - lr / (1 + (step - 1) * lr_decay) * grad / (sqrt(sum) + eps)
#include "frontend/optim/Optimizer.h"

namespace dlc::optim {
Adagrad::Adagrad(ParameterList parameters, AdagradOptions options)
    : Optimizer(std::move(parameters)), options(options) {}

void Adagrad::update() {
  auto updated = withGradients(parameters, options.maximize);
  Tensor lr = setting(number, "lr", options.lr), eps = setting(number, "eps", options.eps), decay;
  if (options.weight_decay != 0)
    decay = setting(number, "weight_decay", options.weight_decay);
  Tensor rate = lr;
  if (options.lr_decay != 0) {
    Tensor step = countStep(number, "dlc.adagrad.step").to(f64);
    rate = lr / (1 + (step - 1) * setting(number, "lr_decay", options.lr_decay));
  }
  for (const Updated &u : updated) {
    Tensor value = u.value, gradient = u.gradient;
    if (decay.defined())
      gradient = gradient + value * as(decay, value);
    int sumState =
        stateLike(number, u.parameter, "adagrad", "sum", options.initial_accumulator_value);
    Tensor sum = valueOfState(sumState) + gradient * gradient;
    assign(sumState, sum);
    Tensor deviation = sqrt(sum) + as(eps, sum);
    value = value - as(rate, value) * (gradient / deviation);
    assign(u.parameter, detach(value));
  }
}
} // namespace dlc::optim
