//===- Activations.cpp - smooth activation functions -----------------------===//
// Made of primitives. What overflows or divides by 0 is kept from the elements it is not for:
// behind a `where` alone, its gradient would still be 0 * inf = NaN.
#include "dlc/ops.h"
#include "frontend/ops/Elementwise.h"

namespace dlc {
/// exp(-|x|), which never overflows. By `where` rather than abs, whose gradient at 0 is 0.
static Tensor expMinusAbs(const Tensor &x) { return exp(where(x >= 0, -x, x)); }

Tensor logsigmoid(const Tensor &x) {
  return roundedOnce(toReal(x), [](const Tensor &x) {
    Tensor e = expMinusAbs(x);
    return where(x >= 0, 0, x) - log1p(e);
  });
}

Tensor softplus(const Tensor &x, double beta, double threshold) {
  return roundedOnce(toReal(x), [=](const Tensor &x) {
    Tensor scaled = beta == 1 ? x : x * beta;
    Tensor soft = where(scaled >= 0, scaled, 0) + log1p(expMinusAbs(scaled));
    return where(scaled > threshold, x, beta == 1 ? soft : soft / beta);
  });
}

/// The gradient keeps x alone, and computes again what else it needs: less than a load and a store
/// of every value on the way.
static Tensor fromInput(const Tensor &x, Tensor (*function)(const Tensor &)) {
  return roundedOnce(x, [=](const Tensor &x) {
    return checkpoint([=](const Tensors &given) { return function(given[0]); }, {x});
  });
}

Tensor silu(const Tensor &x) {
  return fromInput(x, [](const Tensor &x) { return x * sigmoid(x); });
}
Tensor mish(const Tensor &x) {
  return fromInput(x, [](const Tensor &x) { return x * tanh(softplus(x)); });
}

Tensor gelu(const Tensor &x, GeluOptions options) {
  llvm::StringRef form = options.approximate;
  if (form == "none")
    return fromInput(x, [](const Tensor &x) {
      constexpr double root = 0.70710678118654752440; // sqrt(1 / 2)
      return x * 0.5 * (1 + erf(x * root));
    });
  if (form != "tanh")
    fail("`gelu` with the approximation `" + form + "`; it is `none` or `tanh`");
  return fromInput(x, [](const Tensor &x) {
    constexpr double root = 0.79788456080286535588; // sqrt(2 / pi)
    return 0.5 * x * (1 + tanh(root * (x + 0.044715 * x * x * x)));
  });
}

Tensor softsign(const Tensor &x) {
  Tensor real = toReal(x);
  return real / (1 + where(real >= 0, real, -real)); // its gradient at 0 is 1
}

Tensor tanhshrink(const Tensor &x) { return x - tanh(x); }

Tensor glu(const Tensor &x, int dim) {
  Dim size = x.size(dim);
  if (size.isDynamic() || size.value() % 2)
    fail("`glu` of " + ir::describe(typeOf(x)) + " along dim " + llvm::Twine(dim) +
         "; it halves that dim, whose size must be even and known");
  Int half = size.value() / 2;
  return roundedOnce(x, [=](const Tensor &x) {
    Tensor first = narrow(x, dim, 0, half), second = narrow(x, dim, half, half);
    return first * sigmoid(second);
  });
}

Tensor softmin(const Tensor &x, int dim) { return softmax(-x, dim); }
} // namespace dlc
