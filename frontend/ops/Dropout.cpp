//===- Dropout.cpp - dropout of elements and of channels --------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"
#include "frontend/ops/Random.h"
#include <cmath>

using namespace mlir;

namespace dlc {
static void check(StringRef op, const Tensor &x, double p) {
  if (!(p >= 0 && p <= 1))
    fail("`" + op + "` with a probability of " + std::to_string(p) + "; it lies between 0 and 1");
  if (!x.dtype().isFloat())
    fail("`" + op + "` of " + ir::describe(typeOf(x)) +
         "; it takes floats, hint: `.to(f32)` first");
}

/// Which elements stay, or which channels. Drawn in f32 whatever x is, so that a model in f64 drops
/// the same ones.
static Tensor kept(const Tensor &x, double p, bool channels) {
  RankedTensorType type = typeOf(x);
  SmallVector<int64_t> shape(type.getShape());
  SmallVector<ir::LiveDim> live = ir::liveOf(type);
  for (size_t i = 2; channels && i < shape.size(); ++i) {
    shape[i] = 1;
    live[i] = {};
  }
  return uniform(ir::tensorOf(shape, live, tracer().b.getF32Type())) >= p;
}

static Tensor dropped(const Tensor &x, double p, bool channels) {
  Tensor keep = kept(x, p, channels);
  return where(keep, x * (p == 1 ? 0.0 : 1 / (1 - p)), 0);
}

Tensor dropout(const Tensor &x, double p, bool training) {
  check("dropout", x, p);
  return training && p > 0 ? dropped(x, p, false) : x;
}

static Tensor channelDropout(StringRef op, const Tensor &x, double p, bool training) {
  check(op, x, p);
  if (x.dim() < 2)
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + "; channels are dim 1 of [N, C, ...]");
  return training && p > 0 ? dropped(x, p, true) : x;
}

Tensor feature_dropout(const Tensor &x, double p, bool training) {
  return channelDropout("feature_dropout", x, p, training);
}

static void checkRank(StringRef op, const Tensor &x, int low, int high) {
  if (x.dim() < low || x.dim() > high)
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + "; it takes " + Twine(low) + " or " +
         Twine(high) + " dims, hint: `feature_dropout` takes any [N, C, ...]");
}

Tensor dropout1d(const Tensor &x, double p, bool training) {
  checkRank("dropout1d", x, 2, 3);
  if (x.dim() == 3)
    return channelDropout("dropout1d", x, p, training);
  return squeeze(channelDropout("dropout1d", unsqueeze(x, 0), p, training), 0);
}
Tensor dropout2d(const Tensor &x, double p, bool training) {
  checkRank("dropout2d", x, 3, 4);
  return channelDropout("dropout2d", x, p, training);
}
Tensor dropout3d(const Tensor &x, double p, bool training) {
  checkRank("dropout3d", x, 4, 5);
  if (x.dim() == 5)
    return channelDropout("dropout3d", x, p, training);
  return squeeze(channelDropout("dropout3d", unsqueeze(x, 0), p, training), 0);
}

// G. Klambauer et al., "Self-normalizing neural networks", 2017: what is dropped becomes the limit
// of selu, and an affine map gives back mean 0 and variance 1.
static Tensor alphaDropped(StringRef op, const Tensor &x, double p, bool training, bool channels) {
  check(op, x, p);
  if (!training || p == 0)
    return x;
  if (p == 1)
    return x * 0.0;
  constexpr double limit = 1.7580993408473766; // scale * alpha
  double scale = 1 / std::sqrt((limit * limit * p + 1) * (1 - p));
  double shift = limit * scale * p;
  Tensor keep = kept(x, p, channels);
  return where(keep, x * scale + shift, shift - limit * scale);
}
Tensor alpha_dropout(const Tensor &x, double p, bool training) {
  return alphaDropped("alpha_dropout", x, p, training, false);
}
Tensor feature_alpha_dropout(const Tensor &x, double p, bool training) {
  if (x.dim() < 2)
    fail("`feature_alpha_dropout` of " + ir::describe(typeOf(x)) +
         "; channels are dim 1 of [N, C, ...]");
  return alphaDropped("feature_alpha_dropout", x, p, training, true);
}
} // namespace dlc
