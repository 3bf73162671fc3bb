//===- random.h - random tensors, and dropout --------------------*- C++ -*-===//
// Other numbers every time the entry runs, the same for the same seed: a number depends on the
// seed, the entry, which call of a random function it is there, and the element, never on threads.
// They are not PyTorch's numbers. Uniform numbers are multiples of 2^-24, in f64 too, so that a
// model traced in another dtype draws alike.
#ifndef DLC_OPS_RANDOM_H
#define DLC_OPS_RANDOM_H
#include "dlc/tensor.h"

namespace dlc {
/// Uniform in [0, 1).
Tensor rand(const Shape &shape);
Tensor rand(const Shape &shape, DType dtype);
/// Standard normal, by the inverse of the distribution function.
Tensor randn(const Shape &shape);
Tensor randn(const Shape &shape, DType dtype);
/// Uniform ints from low to high - 1.
Tensor randint(Int high, const Shape &shape, DType dtype = i64);
Tensor randint(Int low, Int high, const Shape &shape, DType dtype = i64);
/// Normal with these means and deviations: tensors of one shape, or numbers.
Tensor normal(const Operand &mean, const Operand &deviation);
Tensor normal(double mean, double deviation, const Shape &shape);
/// 1 with the probability that an element says, else 0.
Tensor bernoulli(const Tensor &probabilities);
/// Of the shape of x, and of its dtype unless one is given.
Tensor rand_like(const Tensor &x);
Tensor rand_like(const Tensor &x, DType dtype);
Tensor randn_like(const Tensor &x);
Tensor randn_like(const Tensor &x, DType dtype);
Tensor randint_like(const Tensor &x, Int high);
Tensor randint_like(const Tensor &x, Int low, Int high);

/// 0 with probability p, else x / (1 - p); x itself when not training.
Tensor dropout(const Tensor &x, double p = 0.5, bool training = true);
/// The same for whole channels: of [N, C, L] or [C, L]; [N, C, H, W] or [N, C, L];
/// [N, C, D, H, W] or [C, D, H, W]; any [N, C, ...].
Tensor dropout1d(const Tensor &x, double p = 0.5, bool training = true);
Tensor dropout2d(const Tensor &x, double p = 0.5, bool training = true);
Tensor dropout3d(const Tensor &x, double p = 0.5, bool training = true);
Tensor feature_dropout(const Tensor &x, double p = 0.5, bool training = true);
/// Keeps mean and variance of what selu makes: drops to its lower limit and scales after.
Tensor alpha_dropout(const Tensor &x, double p = 0.5, bool training = false);
Tensor feature_alpha_dropout(const Tensor &x, double p = 0.5, bool training = false);
} // namespace dlc
#endif
