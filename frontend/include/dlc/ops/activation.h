//===- activation.h - activation functions -----------------------*- C++ -*-===//
#ifndef DLC_OPS_ACTIVATION_H
#define DLC_OPS_ACTIVATION_H
#include "dlc/tensor.h"

namespace dlc {
Tensor relu(const Tensor &x);
Tensor leaky_relu(const Tensor &x, double slope = 0.01);
Tensor elu(const Tensor &x, double alpha = 1.0);
Tensor sigmoid(const Tensor &x);
Tensor silu(const Tensor &x);
Tensor gelu_tanh(const Tensor &x); // PyTorch's gelu(x, approximate="tanh")
Tensor softplus(const Tensor &x);
Tensor softmax(const Tensor &x, int dim);
Tensor log_softmax(const Tensor &x, int dim);
} // namespace dlc
#endif
