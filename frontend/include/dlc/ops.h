//===- ops.h - operations on tensors ----------------------------*- C++ -*-===//
// Names, argument orders and meanings are PyTorch's. Shapes broadcast and dtypes promote as there.
#ifndef DLC_OPS_H
#define DLC_OPS_H
#include "dlc/tensor.h"

namespace dlc {
// Element by element.
Tensor exp(const Tensor &x);
Tensor log(const Tensor &x);
Tensor sqrt(const Tensor &x);
Tensor rsqrt(const Tensor &x);
Tensor square(const Tensor &x);
Tensor reciprocal(const Tensor &x);
Tensor tanh(const Tensor &x);
Tensor abs(const Tensor &x);
Tensor neg(const Tensor &x);
Tensor relu(const Tensor &x);
Tensor leaky_relu(const Tensor &x, double slope = 0.01);
Tensor elu(const Tensor &x, double alpha = 1.0);
Tensor sigmoid(const Tensor &x);
Tensor silu(const Tensor &x);
Tensor gelu_tanh(const Tensor &x); // PyTorch's gelu(x, approximate="tanh")
Tensor softplus(const Tensor &x);
Tensor pow(const Operand &base, const Operand &exponent);
Tensor maximum(const Operand &lhs, const Operand &rhs);
Tensor minimum(const Operand &lhs, const Operand &rhs);
Tensor clamp(const Tensor &x, const Operand &low, const Operand &high);
Tensor where(const Tensor &mask, const Operand &then, const Operand &otherwise);
Tensor logical_not(const Tensor &x);
Tensor eq(const Operand &lhs, const Operand &rhs);
Tensor ne(const Operand &lhs, const Operand &rhs);
Tensor lt(const Operand &lhs, const Operand &rhs);
Tensor le(const Operand &lhs, const Operand &rhs);
Tensor gt(const Operand &lhs, const Operand &rhs);
Tensor ge(const Operand &lhs, const Operand &rhs);

// Reductions; `{}` reduces over everything.
Tensor sum(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor mean(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor amax(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor amin(const Tensor &x, const Dims &dims = {}, bool keepdim = false);
Tensor argmax(const Tensor &x);
Tensor argmax(const Tensor &x, int dim, bool keepdim = false);
Tensor softmax(const Tensor &x, int dim);
Tensor log_softmax(const Tensor &x, int dim);

// Contractions and windows.
Tensor matmul(const Tensor &lhs, const Tensor &rhs);
/// x @ weight.t() + bias, for any number of leading dimensions of x.
Tensor linear(const Tensor &x, const Tensor &weight, const Tensor &bias = {});
struct ConvOptions {
  Pair stride = 1, padding = 0, dilation = 1;
};
Tensor conv2d(const Tensor &x, const Tensor &weight, const Tensor &bias = {},
              ConvOptions options = {});
Tensor max_pool2d(const Tensor &x, Pair kernel);
Tensor max_pool2d(const Tensor &x, Pair kernel, Pair stride, Pair padding = 0, Pair dilation = 1);

// Shape.
Tensor reshape(const Tensor &x, const Shape &shape);
Tensor flatten(const Tensor &x, int start = 0, int end = -1);
Tensor permute(const Tensor &x, const Dims &dims);
Tensor transpose(const Tensor &x, int dim0, int dim1);
Tensor t(const Tensor &x);
Tensor unsqueeze(const Tensor &x, int dim);
Tensor squeeze(const Tensor &x, int dim);
Tensor expand(const Tensor &x, const Shape &shape); // -1 keeps a size
Tensor flip(const Tensor &x, const Dims &dims);
Tensor narrow(const Tensor &x, int dim, Int start, Int length);
/// PyTorch's F.pad: amounts from the last dimension backwards, `{left, right, top, bottom}`.
Tensor pad(const Tensor &x, std::initializer_list<int> amounts, double value = 0);

// Made from nothing.
Tensor zeros(const Shape &shape);
Tensor zeros(const Shape &shape, DType dtype);
Tensor ones(const Shape &shape);
Tensor ones(const Shape &shape, DType dtype);
Tensor full(const Shape &shape, double value);
Tensor full(const Shape &shape, double value, DType dtype);
Tensor zeros_like(const Tensor &x);
Tensor ones_like(const Tensor &x);
Tensor arange(Dim end, DType dtype = i64);
Tensor arange(Int start, Int end, Int step = 1, DType dtype = i64);
/// Uniform in [0, 1): other numbers every time the entry runs, the same for the same seed.
Tensor rand(const Shape &shape);
Tensor rand(const Shape &shape, DType dtype);
/// Standard normal, by the inverse of the distribution function.
Tensor randn(const Shape &shape);
Tensor randn(const Shape &shape, DType dtype);

// Training.
Tensor dropout(const Tensor &x, double p = 0.5, bool training = true);
Tensor detach(const Tensor &x);
Tensor one_hot(const Tensor &indices, Int classes);
struct CrossEntropyOptions {
  Reduction reduction = Reduction::mean;
  double label_smoothing = 0;
};
/// Logits against class indices. Classes are dimension 1 as in PyTorch (`[N, C]`, `[N, C, d...]`
/// with targets `[N, d...]`), or the last one (`[..., C]` with targets `[...]`).
Tensor cross_entropy(const Tensor &logits, const Tensor &target, CrossEntropyOptions options = {});
Tensor nll_loss(const Tensor &logProbabilities, const Tensor &target,
                Reduction reduction = Reduction::mean);
Tensor mse_loss(const Tensor &x, const Tensor &target, Reduction reduction = Reduction::mean);
Tensor binary_cross_entropy_with_logits(const Tensor &logits, const Tensor &target,
                                        Reduction reduction = Reduction::mean);

/// The gradient of a loss with respect to any tensor it was computed from; it can be
/// differentiated again.
Tensor grad(const Tensor &loss, const Tensor &wrt);
} // namespace dlc
#endif
