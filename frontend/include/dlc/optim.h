//===- optim.h - optimisers -------------------------------------*- C++ -*-===//
// PyTorch's formulas. A step is traced like any computation; its numbers (lr, ...) are settings
// that the binary may change at run time. `maximize` goes up the gradient instead of down. Several
// optimisers may have parameters in common; each has moments of its own. LBFGS, which evaluates the
// loss as often as its line search asks for, does not exist.
#ifndef DLC_OPTIM_H
#define DLC_OPTIM_H
#include "dlc/state.h"

namespace dlc::optim {
class Optimizer {
public:
  Optimizer(const Optimizer &) = delete;
  Optimizer &operator=(const Optimizer &) = delete;
  void zero_grad();
  /// Updates every parameter that has a gradient.
  void step();

protected:
  explicit Optimizer(ParameterList parameters);
  ~Optimizer() = default;
  ParameterList parameters;
  int number; // of this optimiser in the program

private:
  virtual void update() = 0;
};

struct SGDOptions {
  double lr = 1e-3, momentum = 0, dampening = 0, weight_decay = 0;
  bool nesterov = false, maximize = false;
};
class SGD : public Optimizer {
public:
  explicit SGD(ParameterList parameters, SGDOptions options = {});

private:
  void update() override;
  SGDOptions options;
};

struct AdamOptions {
  double lr = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weight_decay = 0;
  bool amsgrad = false, maximize = false;
};
/// Adam; weight decay is added to the gradient. With amsgrad the largest mean of squares so far is
/// what counts.
class Adam : public Optimizer {
public:
  explicit Adam(ParameterList parameters, AdamOptions options = {});

protected:
  Adam(ParameterList parameters, AdamOptions options, bool decoupled);

private:
  void update() override;
  AdamOptions options;
  bool decoupled;
};

struct AdamWOptions {
  double lr = 1e-3, beta1 = 0.9, beta2 = 0.999, eps = 1e-8, weight_decay = 1e-2;
  bool amsgrad = false, maximize = false;
};
/// Adam; weight decay shrinks the parameter itself (Loshchilov and Hutter).
class AdamW : public Adam {
public:
  explicit AdamW(ParameterList parameters, AdamWOptions o = {})
      : Adam(static_cast<ParameterList &&>(parameters),
             {o.lr, o.beta1, o.beta2, o.eps, o.weight_decay, o.amsgrad, o.maximize}, true) {}
};

struct AdagradOptions {
  double lr = 1e-2, lr_decay = 0, weight_decay = 0, initial_accumulator_value = 0, eps = 1e-10;
  bool maximize = false;
};
/// Steps divided by the root of the sum of all squared gradients (Duchi, Hazan and Singer).
class Adagrad : public Optimizer {
public:
  explicit Adagrad(ParameterList parameters, AdagradOptions options = {});

private:
  void update() override;
  AdagradOptions options;
};

struct RMSpropOptions {
  double lr = 1e-2, alpha = 0.99, eps = 1e-8, weight_decay = 0, momentum = 0;
  bool centered = false, maximize = false;
};
/// Steps divided by the root of a running mean of squared gradients (Hinton), or when centered of
/// their variance.
class RMSprop : public Optimizer {
public:
  explicit RMSprop(ParameterList parameters, RMSpropOptions options = {});

private:
  void update() override;
  RMSpropOptions options;
};
} // namespace dlc::optim
#endif
