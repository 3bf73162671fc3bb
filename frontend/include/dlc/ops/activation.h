//===- activation.h - activation functions -----------------------*- C++ -*-===//
// Of floats, element by element unless a dim is named; ints become the default float dtype. Every
// dim may be dynamic, but for the one that glu splits.
#ifndef DLC_OPS_ACTIVATION_H
#define DLC_OPS_ACTIVATION_H
#include "dlc/tensor.h"

namespace dlc {
// Piecewise. At a kink the gradient is PyTorch's.
Tensor relu(const Tensor &x);                            // max(x, 0); no gradient at 0
Tensor relu6(const Tensor &x);                           // hardtanh(x, 0, 6)
Tensor leaky_relu(const Tensor &x, double slope = 0.01); // slope * x below 0
/// x where it is above 0, else weight * x. One weight, or one a channel, which is dim 1.
Tensor prelu(const Tensor &x, const Tensor &weight);
Tensor elu(const Tensor &x, double alpha = 1.0); // alpha * (exp(x) - 1) below 0
Tensor selu(const Tensor &x); // elu with the constants that keep mean and variance
Tensor celu(const Tensor &x, double alpha = 1.0); // alpha * (exp(x / alpha) - 1) below 0
Tensor hardtanh(const Tensor &x, double low = -1, double high = 1);
Tensor hardsigmoid(const Tensor &x); // x / 6 + 1/2 between -3 and 3
Tensor hardswish(const Tensor &x);   // x * hardsigmoid(x)
/// 0 between -lambda and lambda; softshrink also comes nearer to 0 by lambda elsewhere.
Tensor hardshrink(const Tensor &x, double lambda = 0.5);
Tensor softshrink(const Tensor &x, double lambda = 0.5);
/// `value` up to the threshold, x above.
Tensor threshold(const Tensor &x, const Operand &threshold, const Operand &value);

// Smooth.
Tensor sigmoid(const Tensor &x);    // 1 / (1 + exp(-x))
Tensor logsigmoid(const Tensor &x); // log(sigmoid(x)), exact for any x
Tensor silu(const Tensor &x);       // x * sigmoid(x)
Tensor mish(const Tensor &x);       // x * tanh(softplus(x))
struct GeluOptions {
  const char *approximate = "none"; // or "tanh"
};
Tensor gelu(const Tensor &x, GeluOptions options = {}); // x * Phi(x), the normal distribution
/// log(1 + exp(beta * x)) / beta, and x where beta * x is above the threshold.
Tensor softplus(const Tensor &x, double beta = 1, double threshold = 20);
Tensor softsign(const Tensor &x);   // x / (1 + |x|)
Tensor tanhshrink(const Tensor &x); // x - tanh(x)
/// The first half along `dim` times the sigmoid of the second.
Tensor glu(const Tensor &x, int dim = -1);

/// exp(x) / sum(exp(x)) along `dim`, without overflow.
Tensor softmax(const Tensor &x, int dim);
Tensor log_softmax(const Tensor &x, int dim); // log(softmax(x))
Tensor softmin(const Tensor &x, int dim);     // softmax(-x)
} // namespace dlc
#endif
