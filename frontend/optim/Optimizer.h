//===- Optimizer.h - what optimisers are made of ----------------*- C++ -*-===//
#ifndef DLC_FRONTEND_OPTIM_OPTIMIZER_H
#define DLC_FRONTEND_OPTIM_OPTIMIZER_H
#include "dlc/ops.h"
#include "dlc/optim.h"
#include "frontend/ops/Emit.h"

namespace dlc {
void zeroGradients(const ParameterList &parameters);

namespace optim {
/// A number that the binary may change, `lr`. It is f64 as in PyTorch, where it is Python's.
Tensor setting(int optimizer, const char *name, double value);

/// A setting-derived number for arithmetic with `like`.
Tensor as(const Tensor &number, const Tensor &like);

/// The present value of a parameter, without becoming something backward() differentiates for.
Tensor valueOfState(int state);
void assign(int state, const Tensor &value);

/// State that belongs to a parameter, `dlc.adam.exp_avg.fc1.weight`; zero at first, or `initial`.
/// Of another optimiser of this kind it is `dlc.adam.2.exp_avg.fc1.weight`.
int stateLike(int optimizer, int parameter, const char *kind, const char *name, double initial = 0);
/// How often step() ran, this time included: i64.
Tensor countStep(int optimizer, const char *name);

/// Parameters that have a gradient here, and the gradient or its negative.
struct Updated {
  int parameter;
  Tensor value, gradient;
};
llvm::SmallVector<Updated> withGradients(const ParameterList &parameters, bool negated = false);
} // namespace optim
} // namespace dlc
#endif
