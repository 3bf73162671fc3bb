//===- loss.h - losses -------------------------------------------*- C++ -*-===//
// An input, a target of its shape (an error otherwise: broadcasting a loss is hardly ever meant),
// and what to do with the losses of single elements: their mean, their sum, or none of it. Every
// function takes its options or a bare Reduction. An extent of a dynamic dim counts as it is at
// run time.
#ifndef DLC_OPS_LOSS_H
#define DLC_OPS_LOSS_H
#include "dlc/tensor.h"

namespace dlc {
struct CrossEntropyOptions {
  Tensor weight = {};      // of each class, [C]
  Int ignore_index = -100; // targets of this index count nowhere
  Reduction reduction = Reduction::mean;
  double label_smoothing = 0;
};
/// Logits against class indices. Classes are dimension 1 as in PyTorch (`[N, C]`, `[N, C, d...]`
/// with targets `[N, d...]`), or the last one (`[..., C]` with targets `[...]`). The mean divides
/// by the sum of the weights of what counts, so it is NaN where nothing does. An index that is no
/// class and not ignored is an error when the program runs.
/// Targets of floats and of the logits' own shape are class probabilities; their mean divides by
/// the number of rows, and they ignore nothing.
Tensor cross_entropy(const Tensor &logits, const Tensor &target, CrossEntropyOptions options = {});
Tensor cross_entropy(const Tensor &logits, const Tensor &target, Reduction reduction);

struct NllOptions {
  Tensor weight = {};
  Int ignore_index = -100;
  Reduction reduction = Reduction::mean;
};
/// The same of log probabilities and indices.
Tensor nll_loss(const Tensor &logProbabilities, const Tensor &target, NllOptions options = {});
Tensor nll_loss(const Tensor &logProbabilities, const Tensor &target, Reduction reduction);

/// (x - t)^2
Tensor mse_loss(const Tensor &x, const Tensor &target, Reduction reduction = Reduction::mean);
/// |x - t|; no gradient at 0.
Tensor l1_loss(const Tensor &x, const Tensor &target, Reduction reduction = Reduction::mean);

struct SmoothL1Options {
  Reduction reduction = Reduction::mean;
  double beta = 1;
};
/// (x - t)^2 / (2 beta) below beta, |x - t| - beta / 2 from there on.
Tensor smooth_l1_loss(const Tensor &x, const Tensor &target, SmoothL1Options options = {});
Tensor smooth_l1_loss(const Tensor &x, const Tensor &target, Reduction reduction);

struct HuberOptions {
  Reduction reduction = Reduction::mean;
  double delta = 1;
};
/// (x - t)^2 / 2 up to delta, delta (|x - t| - delta / 2) beyond.
Tensor huber_loss(const Tensor &x, const Tensor &target, HuberOptions options = {});
Tensor huber_loss(const Tensor &x, const Tensor &target, Reduction reduction);

struct BinaryCrossEntropyOptions {
  Tensor weight = {}; // of each element, broadcast
  Reduction reduction = Reduction::mean;
};
/// Of probabilities: -(t log x + (1 - t) log(1 - x)), each logarithm at least -100. The gradient is
/// (x - t) / max(x (1 - x), 1e-12).
Tensor binary_cross_entropy(const Tensor &x, const Tensor &target,
                            BinaryCrossEntropyOptions options = {});
Tensor binary_cross_entropy(const Tensor &x, const Tensor &target, Reduction reduction);

struct BinaryCrossEntropyWithLogitsOptions {
  Tensor weight = {}; // of each element, broadcast
  Reduction reduction = Reduction::mean;
  Tensor pos_weight = {}; // of the term of t, broadcast
};
/// The same of sigmoid(x), without its overflows.
Tensor binary_cross_entropy_with_logits(const Tensor &logits, const Tensor &target,
                                        BinaryCrossEntropyWithLogitsOptions options = {});
Tensor binary_cross_entropy_with_logits(const Tensor &logits, const Tensor &target,
                                        Reduction reduction);

struct KlDivOptions {
  Reduction reduction = Reduction::mean;
  bool log_target = false;
};
/// Of log probabilities: t (log t - x), or exp(t) (t - x) of a logarithmic target.
Tensor kl_div(const Tensor &x, const Tensor &target, KlDivOptions options = {});
Tensor kl_div(const Tensor &x, const Tensor &target, Reduction reduction);

struct PoissonNllOptions {
  bool log_input = true;
  bool full = false; // adds Stirling's approximation of log(t!)
  double eps = 1e-8;
  Reduction reduction = Reduction::mean;
};
/// exp(x) - t x, or x - t log(x + eps).
Tensor poisson_nll_loss(const Tensor &x, const Tensor &target, PoissonNllOptions options = {});

struct GaussianNllOptions {
  bool full = false; // adds log(2 pi) / 2
  double eps = 1e-6;
  Reduction reduction = Reduction::mean;
};
/// (log v + (x - t)^2 / v) / 2 of v = max(var, eps), whose gradient is var's.
Tensor gaussian_nll_loss(const Tensor &x, const Tensor &target, const Tensor &var,
                         GaussianNllOptions options = {});

// Of targets that are 1 or -1.

/// log(1 + exp(-t x))
Tensor soft_margin_loss(const Tensor &x, const Tensor &target,
                        Reduction reduction = Reduction::mean);

struct MarginOptions {
  double margin = 0;
  Reduction reduction = Reduction::mean;
};
struct HingeEmbeddingOptions {
  double margin = 1;
  Reduction reduction = Reduction::mean;
};
/// x where t is 1, max(0, margin - x) where it is -1.
Tensor hinge_embedding_loss(const Tensor &x, const Tensor &target,
                            HingeEmbeddingOptions options = {});
Tensor hinge_embedding_loss(const Tensor &x, const Tensor &target, Reduction reduction);
/// max(0, margin - t (x1 - x2))
Tensor margin_ranking_loss(const Tensor &x1, const Tensor &x2, const Tensor &target,
                           MarginOptions options = {});
/// Of rows [N, D] and targets [N], or [D] and []: 1 - cos where t is 1, max(0, cos - margin) where
/// it is -1.
Tensor cosine_embedding_loss(const Tensor &x1, const Tensor &x2, const Tensor &target,
                             MarginOptions options = {});

struct TripletMarginOptions {
  double margin = 1, p = 2, eps = 1e-6;
  bool swap = false; // the negative's distance is the smaller of those to anchor and positive
  Reduction reduction = Reduction::mean;
};
/// max(0, margin + d(anchor, positive) - d(anchor, negative)) of pairwise_distance.
Tensor triplet_margin_loss(const Tensor &anchor, const Tensor &positive, const Tensor &negative,
                           TripletMarginOptions options = {});

struct MultiMarginOptions {
  double p = 1, margin = 1;
  Tensor weight = {}; // of each class, [C]
  Reduction reduction = Reduction::mean;
};
/// Of scores [N, C] or [C] and indices [N] or []: the sum over the other classes i of
/// weight[t] max(0, margin - x[t] + x[i])^p, divided by C. p is 1 or 2.
Tensor multi_margin_loss(const Tensor &x, const Tensor &target, MultiMarginOptions options = {});

/// x1.x2 / (max(|x1|, eps) max(|x2|, eps)) along `dim`; the shapes broadcast.
Tensor cosine_similarity(const Tensor &x1, const Tensor &x2, int dim = 1, double eps = 1e-8);
/// The p-norm of x1 - x2 + eps along the last dim; the shapes broadcast.
Tensor pairwise_distance(const Tensor &x1, const Tensor &x2, double p = 2, double eps = 1e-6,
                         bool keepdim = false);
} // namespace dlc
#endif
