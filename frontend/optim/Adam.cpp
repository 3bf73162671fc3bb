//===- Adam.cpp - Adam and AdamW ------------------------------------------===//
// torch/optim/adam.py and adamw.py, _single_tensor_adam:
//   grad  = grad + weight_decay * param                 Adam
//   param = param * (1 - lr * weight_decay)             AdamW
//   exp_avg    = exp_avg + (1 - beta1) * (grad - exp_avg)
//   exp_avg_sq = beta2 * exp_avg_sq + (1 - beta2) * grad * grad
//   max_exp_avg_sq = max(max_exp_avg_sq, exp_avg_sq), instead of it below     amsgrad
//   denominator = sqrt(exp_avg_sq) / sqrt(1 - beta2^step) + eps
//   param = param - lr / (1 - beta1^step) * exp_avg / denominator
// What is one number a step is computed in f64, as Python does, and rounded where it meets a
// tensor.
#include "frontend/optim/Optimizer.h"

namespace dlc::optim {
Adam::Adam(ParameterList parameters, AdamOptions options)
    : Adam(std::move(parameters), options, false) {}

Adam::Adam(ParameterList parameters, AdamOptions options, bool decoupled)
    : Optimizer(std::move(parameters)), options(options), decoupled(decoupled) {}

void Adam::update() {
  auto updated = withGradients(parameters, options.maximize);
  Tensor lr = setting(number, "lr", options.lr);
  Tensor beta1 = setting(number, "beta1", options.beta1),
         beta2 = setting(number, "beta2", options.beta2);
  Tensor eps = setting(number, "eps", options.eps), decay;
  if (options.weight_decay != 0)
    decay = setting(number, "weight_decay", options.weight_decay);

  Tensor step = countStep(number, "dlc.adam.step").to(f64);
  Tensor correction1 = 1 - pow(beta1, step);
  Tensor correction2 = sqrt(1 - pow(beta2, step));
  Tensor minusStepSize = -(lr / correction1);
  Tensor rest1 = 1 - beta1, rest2 = 1 - beta2, shrink;
  if (decay.defined() && decoupled)
    shrink = 1 - lr * decay;

  for (const Updated &u : updated) {
    Tensor value = u.value, gradient = u.gradient;
    if (shrink.defined())
      value = value * as(shrink, value);
    else if (decay.defined())
      gradient = gradient + value * as(decay, value);
    int averageState = stateLike(number, u.parameter, "adam", "exp_avg");
    int squaresState = stateLike(number, u.parameter, "adam", "exp_avg_sq");
    Tensor average = valueOfState(averageState), squares = valueOfState(squaresState);
    average = average + as(rest1, average) * (gradient - average);
    squares = squares * as(beta2, squares);
    squares = squares + as(rest2, squares) * gradient * gradient;
    assign(averageState, average);
    assign(squaresState, squares);
    if (options.amsgrad) {
      int largestState = stateLike(number, u.parameter, "adam", "max_exp_avg_sq");
      squares = maximum(valueOfState(largestState), squares);
      assign(largestState, squares);
    }
    Tensor denominator = sqrt(squares) / as(correction2, squares);
    denominator = denominator + as(eps, denominator);
    value = value + as(minusStepSize, average) * average / denominator;
    assign(u.parameter, detach(value));
  }
}
} // namespace dlc::optim
