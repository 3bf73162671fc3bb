//===- normalization.h - means and variances taken out -----------*- C++ -*-===//
// Of floats. A variance is the mean of squared deviations, not a difference of large numbers, and
// not the unbiased one. `weight` and `bias`, where given, are what the result is scaled by and
// shifted to.
#ifndef DLC_OPS_NORMALIZATION_H
#define DLC_OPS_NORMALIZATION_H
#include "dlc/state.h"

namespace dlc {
struct BatchNormOptions {
  Tensor weight = {}, bias = {}; // [C]
  bool training = false;
  double momentum = 0.1, eps = 1e-5;
};
/// (x - mean) / sqrt(var + eps) * weight + bias a channel, dim 1 of [N, C, ...]. While training
/// mean and variance are those of the batch, and the running ones, of shape [C], move towards them
/// by `momentum`, the unbiased variance among them; otherwise the running ones are used. Empty
/// Buffers are none: the batch's own are used always.
/// One value a channel is an error, since it has no deviation. Where a dynamic dim makes it so at
/// run time alone, the result is the bias (0 without one) and what runs stays as it is.
Tensor batch_norm(const Tensor &x, Buffer &running_mean, Buffer &running_var,
                  BatchNormOptions options = {});
/// Without running statistics.
Tensor batch_norm(const Tensor &x, BatchNormOptions options = {});

struct InstanceNormOptions {
  Tensor weight = {}, bias = {}; // [C]
  bool use_input_stats = true;
  double momentum = 0.1, eps = 1e-5;
};
/// The same a channel and row of [N, C, d...]; what runs are means over the rows.
Tensor instance_norm(const Tensor &x, Buffer &running_mean, Buffer &running_var,
                     InstanceNormOptions options = {});
Tensor instance_norm(const Tensor &x, InstanceNormOptions options = {});

struct LayerNormOptions {
  Tensor weight = {}, bias = {}; // of the normalised shape
  double eps = 1e-5;
};
/// Over the last dims, whose sizes are `normalizedShape`.
Tensor layer_norm(const Tensor &x, const Shape &normalizedShape, LayerNormOptions options = {});

struct GroupNormOptions {
  Tensor weight = {}, bias = {}; // [C]
  double eps = 1e-5;
};
/// Over each of `groups` groups of channels of [N, C, ...] and all dims behind.
Tensor group_norm(const Tensor &x, Int groups, GroupNormOptions options = {});

struct RmsNormOptions {
  Tensor weight = {}; // of the normalised shape
  double eps = -1;    // below 0: the distance from 1 to the next number of x's dtype
};
/// x / sqrt(mean(x^2) + eps) * weight over the last dims, whose sizes are `normalizedShape`.
Tensor rms_norm(const Tensor &x, const Shape &normalizedShape, RmsNormOptions options = {});

struct LocalResponseNormOptions {
  double alpha = 1e-4, beta = 0.75, k = 1;
};
/// x / (k + alpha * m)^beta, m the mean of x^2 over the `size` channels around, zeros beyond the
/// ends. Channels are dim 1.
Tensor local_response_norm(const Tensor &x, int size, LocalResponseNormOptions options = {});

struct NormalizeOptions {
  double p = 2;
  int dim = 1;
  double eps = 1e-12;
};
/// x / max(|x|, eps) of the p-norm along `dim`.
Tensor normalize(const Tensor &x, NormalizeOptions options = {});
} // namespace dlc
#endif
