//===- Activations.cpp - elementwise functions made of primitives ---------===//
#include "dlc/ops.h"

namespace dlc {
Tensor rsqrt(const Tensor &x) { return 1 / sqrt(x); }
Tensor square(const Tensor &x) { return x * x; }
Tensor reciprocal(const Tensor &x) { return 1 / x; }

/// exp(-|x|), which never overflows. By `where` rather than abs, whose gradient at 0 is 0.
static Tensor expMinusAbs(const Tensor &x) { return exp(where(x >= 0, -x, x)); }

// 1 / (1 + exp(-x)) overflows for x far below 0, and its gradient is NaN there.
Tensor sigmoid(const Tensor &x) {
  Tensor real = x.dtype().isFloat() ? x : x.to(get_default_dtype());
  Tensor e = expMinusAbs(real);
  return where(real >= 0, 1.0, e) / (1 + e);
}

Tensor softplus(const Tensor &x) { return where(x >= 0, x, 0) + log(1 + expMinusAbs(x)); }
Tensor silu(const Tensor &x) { return x * sigmoid(x); }
Tensor leaky_relu(const Tensor &x, double slope) { return where(x > 0, x, slope * x); }

// The exponential only sees what it is for: an overflow behind `where` would be a NaN gradient.
Tensor elu(const Tensor &x, double alpha) {
  return where(x > 0, x, alpha * (exp(where(x > 0, 0, x)) - 1));
}

Tensor gelu_tanh(const Tensor &x) {
  constexpr double root = 0.79788456080286535588; // sqrt(2 / pi)
  return 0.5 * x * (1 + tanh(root * (x + 0.044715 * x * x * x)));
}

// The bounds themselves pass the gradient on, as PyTorch's do.
Tensor clamp(const Tensor &x, const Operand &low, const Operand &high) {
  Tensor atLeast = where(x < low, low, x);
  return where(atLeast > high, high, atLeast);
}
} // namespace dlc
