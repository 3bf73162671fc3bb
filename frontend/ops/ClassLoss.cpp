//===- ClassLoss.cpp - losses against class indices -----------------------===//
#include "frontend/ops/Indexing.h"
#include "frontend/ops/Loss.h"

using namespace mlir;

namespace dlc {
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
  checkFloats(op, x);
  if (rank >= 1 && target.dtype().isInt()) {
    Shape sizes = x.shape(), rest = target.shape();
    for (int dim : {rank == 1 ? 0 : 1, rank - 1})
      if (sameSizes(sizes, dim, rest))
        return dim;
  }
  const bool isColumn = target.dim() == rank && rank > 1 && target.size(1) == Dim(1);
  fail("`" + op + "` of " + ir::describe(typeOf(x)) + " and targets of " +
       ir::describe(typeOf(target)) +
       "; targets are class indices (i64) of the same shape without the class dim, which is dim 1 "
       "or the last" +
       (target.dtype().isFloat() ? ", hint: describe the input as i64({n})"
        : isColumn               ? ", hint: `.squeeze(1)` the targets"
                                 : ""));
}

Tensor classesOf(const Tensor &x, const Tensor &target, int dim) {
  RankedTensorType type = ir::withElement(typeOf(x), typeOf(target).getElementType());
  return tensorOf(make<ir::IotaOp>(type, tracer().b.getI64IntegerAttr(dim)));
}

Tensor classWeights(StringRef op, const Tensor &weight, const Tensor &x, int dim) {
  if (weight.dim() != 1 || !(weight.size(0) == x.size(dim)))
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + " with class weights of " +
         ir::describe(typeOf(weight)) + "; there is one for each of the classes, dim " +
         Twine(dim));
  SmallVector<int64_t> sizes(x.dim() - dim, 1);
  sizes[0] = x.size(dim).bound();
  return tensorOf(reshapeTo(valueOf(weight), sizes));
}

/// A target that is no class ends the entry; `also` says what else is one.
static void checkClasses(StringRef op, const Tensor &target, Dim classes, const Twine &also) {
  checkRange(op, target, classes,
             ("class {index} is out of range for {size} classes; hint: a class is 0..{last}" + also)
                 .str());
}

/// u8 holds neither every class nor an index to ignore.
static Tensor wideIndices(const Tensor &indices) {
  return indices.dtype() == u8 ? indices.to(i64) : indices;
}

/// Targets are indices. What is taken at an index is chosen by a mask and not by a product: -inf
/// elsewhere does no harm.
static Tensor indexLoss(StringRef op, const Tensor &logProbabilities, const Tensor &classes,
                        int dim, const CrossEntropyOptions &options) {
  const Tensor &x = logProbabilities;
  Tensor target = wideIndices(classes);
  Tensor hit = classesOf(x, target, dim) == unsqueeze(target, dim);
  Tensor counts = target != options.ignore_index;
  checkClasses(op, where(counts, target, 0), x.size(dim),
               ", or " + Twine(options.ignore_index) + ", which is ignored");
  Tensor losses = -sum(where(hit, x, 0), dim), weight, share;
  if (options.weight.defined()) {
    weight = classWeights(op, options.weight, x, dim);
    share = sum(where(hit, weight, zeros_like(x)), dim);
    losses = losses * share;
  }
  if (double smoothing = options.label_smoothing) {
    Tensor even = -sum(weight.defined() ? x * weight : x, dim);
    losses = (1 - smoothing) * losses + even * smoothing / x.size(dim);
  }
  losses = where(counts, losses, 0);
  if (options.reduction != Reduction::mean)
    return reduced(op, losses, options.reduction);
  Tensor total = share.defined() ? where(counts, share, 0) : counts.to(x.dtype());
  return sum(losses) / sum(total);
}

/// Targets are class probabilities.
static Tensor probabilityLoss(const Tensor &logProbabilities, const Tensor &target, int dim,
                              const CrossEntropyOptions &options) {
  const Tensor &x = logProbabilities;
  Tensor shares = target;
  if (double smoothing = options.label_smoothing)
    shares = target * (1 - smoothing) + (zeros_like(x) + smoothing) / x.size(dim);
  Tensor terms = x * shares;
  if (options.weight.defined())
    terms = terms * classWeights("cross_entropy", options.weight, x, dim);
  return reduced("cross_entropy", -sum(terms, dim), options.reduction);
}

Tensor cross_entropy(const Tensor &logits, const Tensor &target, CrossEntropyOptions options) {
  if (!(options.label_smoothing >= 0 && options.label_smoothing <= 1))
    fail("`cross_entropy` with a label smoothing of " + std::to_string(options.label_smoothing) +
         "; it lies between 0 and 1");
  bool probabilities = target.dtype().isFloat() && logits.dim() >= 1 && logits.dtype().isFloat() &&
                       target.shape() == logits.shape();
  if (probabilities) {
    int dim = logits.dim() == 1 ? 0 : 1;
    return lossOf(logits, target, [&](const Tensor &x, const Tensor &target) {
      return probabilityLoss(log_softmax(x, dim), target, dim, options);
    });
  }
  int dim = classDim("cross_entropy", logits, target);
  return lossOf(logits, target, [&](const Tensor &x, const Tensor &target) {
    return indexLoss("cross_entropy", log_softmax(x, dim), target, dim, options);
  });
}

Tensor nll_loss(const Tensor &logProbabilities, const Tensor &target, NllOptions options) {
  int dim = classDim("nll_loss", logProbabilities, target);
  return lossOf(logProbabilities, target, [&](const Tensor &x, const Tensor &target) {
    return indexLoss("nll_loss", x, target, dim,
                     {options.weight, options.ignore_index, options.reduction, 0});
  });
}

Tensor multi_margin_loss(const Tensor &x, const Tensor &target, MultiMarginOptions options) {
  int dim = classDim("multi_margin_loss", x, target);
  if (x.dim() > 2 || (options.p != 1 && options.p != 2))
    fail("`multi_margin_loss` of " + ir::describe(typeOf(x)) + " with a power of " +
         std::to_string(options.p) + "; it takes [N, C] or [C], and a power of 1 or 2");
  Tensor wide = wideIndices(target);
  checkClasses("multi_margin_loss", wide, x.size(dim), "");
  Tensor hit = classesOf(x, wide, dim) == unsqueeze(wide, dim);
  Tensor own = sum(where(hit, x, 0), dim, /*keepdim=*/true);
  Tensor over = atLeast(options.margin - own + x, 0);
  Tensor losses = sum(where(hit, 0, options.p == 2 ? over * over : over), dim) / x.size(dim);
  if (options.weight.defined()) {
    Tensor weight = classWeights("multi_margin_loss", options.weight, x, dim);
    losses = losses * sum(where(hit, weight, zeros_like(x)), dim);
  }
  return reduced("multi_margin_loss", losses, options.reduction);
}

Tensor cross_entropy(const Tensor &logits, const Tensor &target, Reduction reduction) {
  return cross_entropy(logits, target, CrossEntropyOptions{.reduction = reduction});
}
Tensor nll_loss(const Tensor &logProbabilities, const Tensor &target, Reduction reduction) {
  return nll_loss(logProbabilities, target, NllOptions{.reduction = reduction});
}
} // namespace dlc
