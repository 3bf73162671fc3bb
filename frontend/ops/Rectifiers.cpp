//===- Rectifiers.cpp - piecewise activation functions ---------------------===//
// Comparisons are written so that NaN stays NaN and that the gradient at a kink is PyTorch's. An
// exponential only sees what it is for (Activations.cpp).
#include "dlc/ops.h"
#include "frontend/ops/Elementwise.h"

using namespace mlir;

namespace dlc {
Tensor relu(const Tensor &x) { return x.dtype().isFloat() ? unary<ir::ReluOp>(x) : maximum(x, 0); }
Tensor relu6(const Tensor &x) { return hardtanh(x, 0, 6); }
Tensor leaky_relu(const Tensor &x, double slope) { return where(x > 0, x, slope * x); }

Tensor prelu(const Tensor &x, const Tensor &weight) {
  RankedTensorType type = typeOf(weight);
  int64_t count = type.getNumElements(), rank = x.dim();
  bool perChannel = count != 1 && rank >= 2 && x.size(1) == Dim(count);
  if (type.getRank() > 1 || (count != 1 && !perChannel))
    fail("`prelu` of " + ir::describe(typeOf(x)) + " with a weight of " + ir::describe(type) +
         "; it takes one weight, or one for each channel, which is dim 1");
  Shape shape;
  for (int i = 1; perChannel && i < rank; ++i)
    shape.append(i == 1 ? count : 1);
  Tensor slopes = reshape(weight, shape);
  return where(x > 0, x, slopes * where(x > 0, 0, x));
}

/// `scale * (exp(x / width) - 1)` below 0, x from there on.
static Tensor exponentialBelow(const Tensor &x, double scale, double width) {
  return roundedOnce(toReal(x), [=](const Tensor &x) {
    Tensor below = where(x > 0, 0, x);
    if (width != 1)
      below = below / width;
    return where(x > 0, x, scale * expm1(below));
  });
}
Tensor elu(const Tensor &x, double alpha) { return exponentialBelow(x, alpha, 1); }
Tensor celu(const Tensor &x, double alpha) {
  if (alpha == 0)
    fail("`celu` with an alpha of 0; it divides by alpha");
  return exponentialBelow(x, alpha, alpha);
}

// G. Klambauer et al., "Self-normalizing neural networks", 2017.
Tensor selu(const Tensor &x) {
  constexpr double alpha = 1.6732632423543772848170429916717;
  constexpr double scale = 1.0507009873554804934193349852946;
  return roundedOnce(x, [](const Tensor &x) { return scale * exponentialBelow(x, alpha, 1); });
}

Tensor hardtanh(const Tensor &x, double low, double high) {
  if (low > high)
    fail("`hardtanh` from " + std::to_string(low) + " to " + std::to_string(high) +
         "; the lower bound comes first");
  return where(x <= low, low, where(x >= high, high, x));
}

Tensor hardsigmoid(const Tensor &x) {
  return roundedOnce(toReal(x), [](const Tensor &x) { return hardtanh(x + 3, 0, 6) / 6; });
}

Tensor hardswish(const Tensor &x) {
  return roundedOnce(toReal(x), [](const Tensor &x) {
    Tensor inside = where((x < -3) | (x > 3), 0, x);
    Tensor curve = inside * (inside + 3) / 6;
    return where(x < -3, 0, where(x > 3, x, curve));
  });
}

static void checkLambda(StringRef op, double lambda) {
  if (lambda < 0)
    fail("`" + op + "` with a lambda of " + std::to_string(lambda) + "; it is at least 0");
}

Tensor hardshrink(const Tensor &x, double lambda) {
  checkLambda("hardshrink", lambda);
  return where((x >= -lambda) & (x <= lambda), 0, x);
}

Tensor softshrink(const Tensor &x, double lambda) {
  checkLambda("softshrink", lambda);
  Tensor nearer = where(x > 0, x - lambda, x + lambda);
  return where((x >= -lambda) & (x <= lambda), 0, nearer);
}

Tensor threshold(const Tensor &x, const Operand &threshold, const Operand &value) {
  return where(x <= threshold, full_like(x, value), x);
}
} // namespace dlc
