// What the two golden models share: the optimiser that was asked for and the training step.
#include <dlc/dlc.h>
using namespace dlc;

#ifndef GOLDEN_DTYPE
#define GOLDEN_DTYPE f32
#endif
#ifndef GOLDEN_OPTIMIZER
#define GOLDEN_OPTIMIZER sgd
#endif

inline optim::SGD sgd(ParameterList parameters) { return optim::SGD{parameters, {.lr = 0.1}}; }
inline optim::SGD sgd_momentum(ParameterList parameters) {
  return optim::SGD{parameters, {.lr = 0.05, .momentum = 0.9, .weight_decay = 0.01}};
}
inline optim::Adam adam(ParameterList parameters) { return optim::Adam{parameters, {.lr = 1e-3}}; }

inline auto optimizer(ParameterList parameters) { return GOLDEN_OPTIMIZER(parameters); }

template <class Net, class Optimizer>
Tensor trainStep(Net &net, Optimizer &opt, Tensor x, Tensor y) {
  opt.zero_grad();
  Tensor loss = cross_entropy(net(x), y);
  loss.backward();
  opt.step();
  return loss;
}
