//===- Loss.cpp - losses of single elements -------------------------------===//
#include "frontend/ops/Loss.h"
#include <cmath>
#include <numbers>

using namespace mlir;

namespace dlc {
Tensor reduced(StringRef op, const Tensor &losses, Reduction reduction) {
  switch (reduction) {
  case Reduction::none:
    return losses;
  case Reduction::sum:
    return sum(losses);
  case Reduction::mean:
    return mean(losses);
  case Reduction::batchmean:
    break;
  }
  fail("`" + op + "` with Reduction::batchmean, which is kl_div's; hint: Reduction::mean");
}

void checkSameShape(StringRef op, const Tensor &x, const Tensor &target) {
  if (!(x.shape() == target.shape()))
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + " and a target of " +
         ir::describe(typeOf(target)) +
         "; the shapes must be equal, hint: broadcasting a loss is hardly ever meant");
  checkFloats(op, x);
}

Tensor atLeast(const Tensor &x, double low) { return where(x < low, low, x); }

Tensor mse_loss(const Tensor &x, const Tensor &target, Reduction reduction) {
  checkSameShape("mse_loss", x, target);
  return lossOf(x, target, [&](const Tensor &x, const Tensor &target) {
    return reduced("mse_loss", square(x - target), reduction);
  });
}

Tensor l1_loss(const Tensor &x, const Tensor &target, Reduction reduction) {
  checkSameShape("l1_loss", x, target);
  return reduced("l1_loss", abs(x - target), reduction);
}

/// The square of what is near; what is far never meets it, whose square may be infinite.
static Tensor squareIfNear(const Tensor &isNear, const Tensor &difference) {
  return square(where(isNear, difference, 0));
}

Tensor smooth_l1_loss(const Tensor &x, const Tensor &target, SmoothL1Options options) {
  checkSameShape("smooth_l1_loss", x, target);
  double beta = options.beta;
  if (!(beta >= 0))
    fail("`smooth_l1_loss` with a beta of " + std::to_string(beta) + "; it is at least 0");
  if (beta == 0)
    return l1_loss(x, target, options.reduction);
  return lossOf(x, target, [&](const Tensor &x, const Tensor &target) {
    Tensor difference = x - target, distance = abs(difference), isNear = distance < beta;
    Tensor squares = squareIfNear(isNear, difference);
    Tensor losses = where(isNear, squares * (0.5 / beta), distance - 0.5 * beta);
    return reduced("smooth_l1_loss", losses, options.reduction);
  });
}

Tensor huber_loss(const Tensor &x, const Tensor &target, HuberOptions options) {
  checkSameShape("huber_loss", x, target);
  double delta = options.delta;
  if (!(delta > 0))
    fail("`huber_loss` with a delta of " + std::to_string(delta) + "; it is above 0");
  return lossOf(x, target, [&](const Tensor &x, const Tensor &target) {
    Tensor difference = x - target, distance = abs(difference), isNear = distance <= delta;
    Tensor squares = squareIfNear(isNear, difference);
    Tensor losses = where(isNear, squares * 0.5, delta * (distance - 0.5 * delta));
    return reduced("huber_loss", losses, options.reduction);
  });
}

/// log(x), at least -100. The logarithm sees nothing whose gradient would be infinite.
static Tensor boundedLog(const Tensor &x) {
  Tensor isTiny = x <= std::exp(-100.0);
  return where(isTiny, -100, log(where(isTiny, 1, x)));
}

static Tensor weighted(const Tensor &losses, const Tensor &weight) {
  return weight.defined() ? losses * weight : losses;
}

/// Of each element, with the derivative that PyTorch has: finite where x is 0 or 1.
static Tensor crossEntropyOf(const Tensors &inputs) {
  auto loss = [](Tensors in) {
    Tensor positive = in[1] * boundedLog(in[0]), negative = (1 - in[1]) * boundedLog(1 - in[0]);
    return -(positive + negative);
  };
  auto derivative = [](Tensors in, Tensors, Tensors dy) {
    Tensor x = in[0], target = in[1];
    Tensor dx = dy[0] * (x - target) / atLeast((1 - x) * x, 1e-12);
    Tensor dtarget = dy[0] * (boundedLog(1 - x) - boundedLog(x));
    return Tensors{dx, dtarget};
  };
  return custom_gradient(loss, derivative, inputs);
}

Tensor binary_cross_entropy(const Tensor &x, const Tensor &target,
                            BinaryCrossEntropyOptions options) {
  checkSameShape("binary_cross_entropy", x, target);
  checkFloats("binary_cross_entropy", target);
  return lossOf(x, target, [&](const Tensor &x, const Tensor &target) {
    Tensor losses = weighted(crossEntropyOf({x, target.to(x.dtype())}), options.weight);
    return reduced("binary_cross_entropy", losses, options.reduction);
  });
}

// max(x, 0) - t x + log(1 + exp(-|x|)), and with a weight p of positives
// (1 - t) x + (1 + (p - 1) t) log(1 + exp(-x)). By logsigmoid: no exponential overflows, and unlike
// softplus it has no threshold from where on the loss of a good prediction would be 0.
Tensor binary_cross_entropy_with_logits(const Tensor &logits, const Tensor &target,
                                        BinaryCrossEntropyWithLogitsOptions options) {
  checkSameShape("binary_cross_entropy_with_logits", logits, target);
  return lossOf(logits, target, [&](const Tensor &logits, const Tensor &target) {
    Tensor losses;
    if (options.pos_weight.defined()) {
      Tensor share = (options.pos_weight - 1) * target + 1;
      losses = (1 - target) * logits + share * -logsigmoid(logits);
    } else {
      Tensor isPositive = logits >= 0, size = where(isPositive, logits, -logits);
      losses = where(isPositive, logits, 0) - logits * target - logsigmoid(size);
    }
    return reduced("binary_cross_entropy_with_logits", weighted(losses, options.weight),
                   options.reduction);
  });
}

Tensor kl_div(const Tensor &x, const Tensor &target, KlDivOptions options) {
  checkSameShape("kl_div", x, target);
  return lossOf(x, target, [&](const Tensor &x, const Tensor &target) {
    Tensor losses;
    if (options.log_target) {
      losses = exp(target) * (target - x);
    } else {
      Tensor isZero = target == 0; // 0 log 0 is 0
      losses = where(isZero, 0, target * log(where(isZero, 1, target))) - target * x;
    }
    if (options.reduction != Reduction::batchmean)
      return reduced("kl_div", losses, options.reduction);
    return x.dim() ? sum(losses) / x.size(0) : sum(losses);
  });
}

// F.poisson_nll_loss of PyTorch.
Tensor poisson_nll_loss(const Tensor &x, const Tensor &target, PoissonNllOptions options) {
  checkSameShape("poisson_nll_loss", x, target);
  return lossOf(x, target, [&](const Tensor &x, const Tensor &target) {
    Tensor losses = options.log_input ? exp(x) - target * x : x - target * log(x + options.eps);
    if (options.full) {
      Tensor isLarge = target > 1, large = where(isLarge, target, 1);
      Tensor stirling = large * log(large) - large + 0.5 * log(2 * std::numbers::pi * large);
      losses = losses + where(isLarge, stirling, 0);
    }
    return reduced("poisson_nll_loss", losses, options.reduction);
  });
}

// F.gaussian_nll_loss of PyTorch.
Tensor gaussian_nll_loss(const Tensor &x, const Tensor &target, const Tensor &var,
                         GaussianNllOptions options) {
  checkSameShape("gaussian_nll_loss", x, target);
  if (var.dim() == x.dim() - 1) // one for all of the last dim
    return gaussian_nll_loss(x, target, unsqueeze(var, -1), options);
  return lossOf(x, target, [&](const Tensor &x, const Tensor &target) {
    // What lifts a small variance is no part of the gradient.
    Tensor variance = var + detach(atLeast(var, options.eps) - var);
    Tensor losses = 0.5 * (log(variance) + square(x - target) / variance);
    if (options.full)
      losses = losses + 0.5 * std::log(2 * std::numbers::pi);
    return reduced("gaussian_nll_loss", losses, options.reduction);
  });
}

Tensor smooth_l1_loss(const Tensor &x, const Tensor &target, Reduction reduction) {
  return smooth_l1_loss(x, target, SmoothL1Options{.reduction = reduction});
}
Tensor huber_loss(const Tensor &x, const Tensor &target, Reduction reduction) {
  return huber_loss(x, target, HuberOptions{.reduction = reduction});
}
Tensor binary_cross_entropy(const Tensor &x, const Tensor &target, Reduction reduction) {
  return binary_cross_entropy(x, target, BinaryCrossEntropyOptions{.reduction = reduction});
}
Tensor binary_cross_entropy_with_logits(const Tensor &logits, const Tensor &target,
                                        Reduction reduction) {
  return binary_cross_entropy_with_logits(
      logits, target, BinaryCrossEntropyWithLogitsOptions{.reduction = reduction});
}
Tensor kl_div(const Tensor &x, const Tensor &target, Reduction reduction) {
  return kl_div(x, target, KlDivOptions{.reduction = reduction});
}
} // namespace dlc
