//===- loop.h - loops and branches at run time -------------------*- C++ -*-===//
// A `for` or `if` of C++ runs at compile time: it unrolls and chooses while the program is traced.
// These run in the program. A body is traced once, whatever the number of steps.
#ifndef DLC_OPS_LOOP_H
#define DLC_OPS_LOOP_H
#include "dlc/tensors.h"

namespace dlc {
/// What one step of a scan gives: what the next step is handed, and a slice of each stacked result.
struct Step {
  Tensors carry, out;
};

struct ScanOptions {
  /// Steps; needed only where the scan runs over no tensor. May be a dynamic dim.
  Dim length = 0;
  /// From the last step to the first.
  bool reverse = false;
  /// 0: the gradient keeps what it needs of every step. k: it keeps the carries of every k-th step
  /// and computes the steps between again (k must divide the length, which must be static).
  Int segment = 0;
};

/// The last carries, and the stacked results `[length, ...]`.
struct ScanResult {
  Tensors carry, out;
};

namespace detail {
struct ScanBody {
  Step (*call)(void *context, const Tensors &carry, const Tensors &x);
  void *context;
};
ScanResult scan(const Tensors &init, const Tensors &xs, ScanBody body, ScanOptions options);

Tensors whileLoop(RegionBody cond, RegionBody body, const Tensors &init, Dim maxSteps);
Tensors branch(const Tensor &pred, RegionBody then, RegionBody otherwise);

inline Step stepOf(const Step &step) { return step; }
inline Step stepOf(const Tensors &carry) { return {carry, {}}; }

template <class F> Step callScanBody(F &f, const Tensors &carry, const Tensors &x) {
  if constexpr (requires { stepOf(f(carry, x)); })
    return stepOf(f(carry, x));
  else if constexpr (requires { stepOf(f(carry)); })
    return stepOf(f(carry));
  else if constexpr (requires(Tensor one) { stepOf(f(one, one)); })
    return stepOf(f(only("carry", carry), only("x", x)));
  else if constexpr (requires(Tensor one) { stepOf(f(one)); })
    return stepOf(f(only("carry", carry)));
  else
    static_assert(never<F>,
                  "the body of a scan takes the carry and a slice of x (a Tensor each, or "
                  "Tensors) and returns Step{carry, out}, or the carry");
}

} // namespace detail

/// Runs `body(carry, x[t])` for t = 0, 1, ...: x[t] is a slice along dim 0 of each of `xs`. Carries
/// keep their shapes and dtypes. Differentiable; a loop in the program, whose code and compile time
/// do not depend on the length.
///
///   auto [h, out] = scan(h0, x, [&](Tensor h, Tensor x) {
///     h = tanh(linear(x, w) + linear(h, u));
///     return Step{h, h};
///   });
template <class F>
ScanResult scan(const Tensors &init, const Tensors &xs, F &&body, ScanOptions options = {}) {
  auto call = [](void *context, const Tensors &carry, const Tensors &x) {
    return detail::callScanBody(*static_cast<detail::RemoveReference<F> *>(context), carry, x);
  };
  return detail::scan(init, xs, {call, const_cast<void *>(static_cast<const void *>(&body))},
                      options);
}

/// Runs `body(carry)` while `cond(carry)`, a bool of rank 0, holds, and at most `maxSteps` times.
/// Differentiable: then all `maxSteps` are run, and those that the condition ends change nothing.
template <class C, class F>
Tensors while_loop(C &&cond, F &&body, const Tensors &init, Dim maxSteps) {
  return detail::whileLoop(detail::regionBody(cond), detail::regionBody(body), init, maxSteps);
}

/// `then()` or `otherwise()`, by a bool of rank 0: one of the two is run. Both give tensors of the
/// same shapes and dtypes.
template <class F, class G> auto cond(const Tensor &pred, F &&then, G &&otherwise) {
  auto take = [](auto &f) {
    return [](void *context, const Tensors &) {
      return Tensors((*static_cast<detail::RemoveReference<decltype(f)> *>(context))());
    };
  };
  Tensors given =
      detail::branch(pred, {take(then), const_cast<void *>(static_cast<const void *>(&then))},
                     {take(otherwise), const_cast<void *>(static_cast<const void *>(&otherwise))});
  if constexpr (__is_same(decltype(then()), Tensors))
    return given;
  else
    return Tensor(given[0]);
}
} // namespace dlc
#endif
