//===- RMSprop.cpp - RMSprop ----------------------------------------------===//
// torch/optim/rmsprop.py, _single_tensor_rmsprop:
//   grad       = grad + weight_decay * param
//   square_avg = alpha * square_avg + (1 - alpha) * grad * grad
//   grad_avg   = alpha * grad_avg + (1 - alpha) * grad                       centered
//   avg        = sqrt(square_avg - grad_avg * grad_avg) + eps, without grad_avg if not centered
//   buf        = momentum * buf + grad / avg                                 with momentum
//   param      = param - lr * buf, without momentum lr * grad / avg
#include "frontend/optim/Optimizer.h"

namespace dlc::optim {
RMSprop::RMSprop(ParameterList parameters, RMSpropOptions options)
    : Optimizer(std::move(parameters)), options(options) {}

void RMSprop::update() {
  auto updated = withGradients(parameters, options.maximize);
  Tensor lr = setting(number, "lr", options.lr), alpha = setting(number, "alpha", options.alpha);
  Tensor eps = setting(number, "eps", options.eps), rest = 1 - alpha, momentum, decay;
  if (options.weight_decay != 0)
    decay = setting(number, "weight_decay", options.weight_decay);
  if (options.momentum != 0)
    momentum = setting(number, "momentum", options.momentum);
  for (const Updated &u : updated) {
    Tensor value = u.value, gradient = u.gradient;
    if (decay.defined())
      gradient = gradient + value * as(decay, value);
    int squaresState = stateLike(number, u.parameter, "rmsprop", "square_avg");
    Tensor squares = valueOfState(squaresState) * as(alpha, value);
    squares = squares + as(rest, value) * gradient * gradient;
    assign(squaresState, squares);
    if (options.centered) {
      int averageState = stateLike(number, u.parameter, "rmsprop", "grad_avg");
      Tensor average = valueOfState(averageState) * as(alpha, value);
      average = average + as(rest, value) * gradient;
      assign(averageState, average);
      squares = squares - average * average;
    }
    Tensor step = gradient / (sqrt(squares) + as(eps, value));
    if (momentum.defined()) {
      int bufferState = stateLike(number, u.parameter, "rmsprop", "momentum_buffer");
      step = valueOfState(bufferState) * as(momentum, value) + step;
      assign(bufferState, step);
    }
    assign(u.parameter, detach(value - as(lr, value) * step));
  }
}
} // namespace dlc::optim
