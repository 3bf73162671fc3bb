//===- Normalization.h - what normalisations are made of --------*- C++ -*-===//
#ifndef DLC_FRONTEND_OPS_NORMALIZATION_H
#define DLC_FRONTEND_OPS_NORMALIZATION_H
#include "frontend/ops/Reduce.h"

namespace dlc {
/// Mean and variance over some dims, which are kept, and what each element is off the mean.
struct Moments {
  Tensor mean, deviation, variance;
};
Moments momentsOf(const Tensor &x, const Dims &dims);

/// `x` without its mean over some dims, over the root of its variance and `eps`.
Tensor standardized(const Tensor &x, const Dims &dims, double eps);

/// `x` times weight plus bias, where they are given.
Tensor affine(const Tensor &x, const Tensor &weight, const Tensor &bias);

/// A value a channel, [C], as dim 1 of `x`; undefined stays so. An error for another shape.
Tensor alongChannels(llvm::StringRef op, const char *what, const Tensor &value, const Tensor &x);

/// What batch and instance normalisation differ in.
struct RunningNorm {
  llvm::StringRef op;
  bool rows;     // moments of each row of a batch: instance normalisation
  bool useInput; // and not what runs
  bool moves;    // what runs moves towards the input's
  double eps;
  Operand momentum;
};
Tensor runningNorm(const RunningNorm &norm, const Tensor &x, Buffer *runningMean,
                   Buffer *runningVar, const Tensor &weight, const Tensor &bias);
} // namespace dlc
#endif
