//===- loss.h - losses -------------------------------------------*- C++ -*-===//
#ifndef DLC_OPS_LOSS_H
#define DLC_OPS_LOSS_H
#include "dlc/tensor.h"

namespace dlc {
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
} // namespace dlc
#endif
