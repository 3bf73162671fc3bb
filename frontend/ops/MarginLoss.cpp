//===- MarginLoss.cpp - losses with a margin, distances -------------------===//
#include "frontend/ops/Loss.h"

using namespace mlir;

namespace dlc {
Tensor soft_margin_loss(const Tensor &x, const Tensor &target, Reduction reduction) {
  checkSameShape("soft_margin_loss", x, target);
  return reduced("soft_margin_loss", -logsigmoid(x * target), reduction);
}

// As in PyTorch a target that is neither 1 nor -1 counts as both.
Tensor hinge_embedding_loss(const Tensor &x, const Tensor &target, HingeEmbeddingOptions options) {
  checkSameShape("hinge_embedding_loss", x, target);
  Tensor negative = where(target == 1, 0, atLeast(options.margin - x, 0));
  Tensor positive = where(target == -1, 0, x);
  return reduced("hinge_embedding_loss", negative + positive, options.reduction);
}
Tensor hinge_embedding_loss(const Tensor &x, const Tensor &target, Reduction reduction) {
  return hinge_embedding_loss(x, target, HingeEmbeddingOptions{.reduction = reduction});
}

Tensor margin_ranking_loss(const Tensor &x1, const Tensor &x2, const Tensor &target,
                           MarginOptions options) {
  checkSameShape("margin_ranking_loss", x1, x2);
  checkSameShape("margin_ranking_loss", x1, target);
  Tensor losses = atLeast(options.margin - target * (x1 - x2), 0);
  return reduced("margin_ranking_loss", losses, options.reduction);
}

// at::cosine_embedding_loss: here a small number is added, and nothing clamped.
Tensor cosine_embedding_loss(const Tensor &x1, const Tensor &x2, const Tensor &target,
                             MarginOptions options) {
  checkSameShape("cosine_embedding_loss", x1, x2);
  bool rows = x1.dim() == 2 && target.dim() == 1 && x1.size(0) == target.size(0);
  if (!rows && !(x1.dim() == 1 && target.dim() == 0))
    fail("`cosine_embedding_loss` of " + ir::describe(typeOf(x1)) + " and targets of " +
         ir::describe(typeOf(target)) + "; it takes [N, D] and [N], or [D] and []");
  Tensor product = sum(x1 * x2, -1);
  Tensor square1 = sum(x1 * x1, -1) + 1e-12, square2 = sum(x2 * x2, -1) + 1e-12;
  Tensor cosine = product / sqrt(square1 * square2);
  Tensor apart = where(target == -1, atLeast(cosine - options.margin, 0), 0);
  Tensor losses = where(target == 1, 1 - cosine, apart);
  return reduced("cosine_embedding_loss", losses, options.reduction);
}

Tensor triplet_margin_loss(const Tensor &anchor, const Tensor &positive, const Tensor &negative,
                           TripletMarginOptions options) {
  checkSameShape("triplet_margin_loss", anchor, positive);
  checkSameShape("triplet_margin_loss", anchor, negative);
  Tensor near = pairwise_distance(anchor, positive, options.p, options.eps);
  Tensor far = pairwise_distance(anchor, negative, options.p, options.eps);
  if (options.swap)
    far = minimum(far, pairwise_distance(positive, negative, options.p, options.eps));
  Tensor losses = atLeast(options.margin + near - far, 0);
  return reduced("triplet_margin_loss", losses, options.reduction);
}

Tensor cosine_similarity(const Tensor &x1, const Tensor &x2, int dim, double eps) {
  checkFloats("cosine_similarity", x1);
  checkFloats("cosine_similarity", x2);
  // The dim is one of the shape that both broadcast to.
  RankedTensorType shape =
      commonShape("cosine_similarity", {typeOf(x1), typeOf(x2)}, typeOf(x1).getElementType());
  auto at = int(checkDim("cosine_similarity", dim, shape.getRank()));
  auto unit = [&](const Tensor &x) {
    RankedTensorType whole = ir::withElement(shape, typeOf(x).getElementType());
    Tensor wide = tensorOf(broadcastTo(valueOf(x), whole));
    return wide / atLeast(norm(wide, 2, at, /*keepdim=*/true), eps);
  };
  Tensor unit1 = unit(x1), unit2 = unit(x2);
  return sum(unit1 * unit2, at);
}

Tensor pairwise_distance(const Tensor &x1, const Tensor &x2, double p, double eps, bool keepdim) {
  return norm(x1 - x2 + eps, p, -1, keepdim);
}
} // namespace dlc
