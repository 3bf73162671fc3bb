//===- Loss.cpp - losses --------------------------------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"

using namespace mlir;

namespace dlc {
static Tensor reduced(const Tensor &losses, Reduction reduction) {
  return reduction == Reduction::none  ? losses
         : reduction == Reduction::sum ? sum(losses)
                                       : mean(losses);
}

static bool sameSizes(const Shape &whole, int without, const Shape &rest) {
  if (whole.rank() - 1 != rest.rank())
    return false;
  for (int i = 0; i < rest.rank(); ++i)
    if (!(whole[i < without ? i : i + 1] == rest[i]))
      return false;
  return true;
}

/// Where the classes are: dim 1 as in PyTorch, else the last.
static int classDim(StringRef op, const Tensor &x, const Tensor &target) {
  int rank = x.dim();
  if (rank >= 1 && target.dtype().isInt()) {
    Shape sizes = x.shape(), rest = target.shape();
    for (int dim : {rank == 1 ? 0 : 1, rank - 1})
      if (sameSizes(sizes, dim, rest))
        return dim;
  }
  fail("`" + op + "` of " + ir::describe(typeOf(x)) + " and targets of " +
       ir::describe(typeOf(target)) +
       "; targets are class indices (i64) of the same shape without the class dim, which is dim 1 "
       "or the last" +
       (target.dtype().isFloat() ? ", hint: describe the input as i64({n})" : ""));
}

/// x at the target's class, with a mask rather than a product: -inf elsewhere does no harm.
static Tensor pick(const Tensor &x, const Tensor &target, int dim) {
  RankedTensorType type = ir::withElement(typeOf(x), typeOf(target).getElementType());
  Tensor classes = tensorOf(make<ir::IotaOp>(type, tracer().b.getI64IntegerAttr(dim)));
  Tensor hit = classes == unsqueeze(target, dim);
  return sum(where(hit, x, 0), dim);
}

Tensor nll_loss(const Tensor &logProbabilities, const Tensor &target, Reduction reduction) {
  int dim = classDim("nll_loss", logProbabilities, target);
  return reduced(-pick(logProbabilities, target, dim), reduction);
}

Tensor cross_entropy(const Tensor &logits, const Tensor &target, CrossEntropyOptions options) {
  int dim = classDim("cross_entropy", logits, target);
  Tensor logProbabilities = log_softmax(logits, dim);
  Tensor loss = -pick(logProbabilities, target, dim);
  if (double smoothing = options.label_smoothing) {
    Tensor flat = -mean(logProbabilities, dim);
    loss = (1 - smoothing) * loss + smoothing * flat;
  }
  return reduced(loss, options.reduction);
}

static void checkSameShape(StringRef op, const Tensor &x, const Tensor &target) {
  if (!(x.shape() == target.shape()))
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + " and a target of " +
         ir::describe(typeOf(target)) +
         "; the shapes must be equal, hint: broadcasting a loss is hardly ever meant");
}

Tensor mse_loss(const Tensor &x, const Tensor &target, Reduction reduction) {
  checkSameShape("mse_loss", x, target);
  return reduced(square(x - target), reduction);
}

// max(x, 0) - x t + log(1 + exp(-|x|)), as PyTorch's: no exponential overflows.
Tensor binary_cross_entropy_with_logits(const Tensor &logits, const Tensor &target,
                                        Reduction reduction) {
  checkSameShape("binary_cross_entropy_with_logits", logits, target);
  Tensor positive = softplus(logits);
  return reduced(positive - logits * target, reduction);
}
} // namespace dlc
