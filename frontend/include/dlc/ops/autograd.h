//===- autograd.h - gradients ------------------------------------*- C++ -*-===//
#ifndef DLC_OPS_AUTOGRAD_H
#define DLC_OPS_AUTOGRAD_H
#include "dlc/tensors.h"

namespace dlc {
Tensor detach(const Tensor &x);
/// The gradient of a loss with respect to any tensor it was computed from; it can be
/// differentiated again. Where the loss is no scalar, `cotangent` says with what its elements
/// count.
Tensor grad(const Tensor &loss, const Tensor &wrt, const Tensor &cotangent = {});
/// The same with respect to several: `Tensors g = grad(loss, {x, w})`.
Tensors grad(const Tensor &loss, const Tensors &wrt, const Tensor &cotangent = {});

/// As long as one lives, results count as constants: no gradient flows through them.
class NoGradGuard {
public:
  NoGradGuard();
  ~NoGradGuard();
  NoGradGuard(const NoGradGuard &) = delete;
  NoGradGuard &operator=(const NoGradGuard &) = delete;
};
/// `f()` under a NoGradGuard.
template <class F> auto no_grad(F &&f) {
  NoGradGuard guard;
  return f();
}

namespace detail {
Tensors checkpoint(RegionBody body, const Tensors &inputs);
Tensors customGradient(RegionBody forward,
                       Tensors (*backward)(void *context, const Tensors &inputs,
                                           const Tensors &outputs, const Tensors &dys),
                       void *context, const Tensors &inputs);
} // namespace detail

/// `f(inputs)`, of which the gradient keeps nothing but the inputs: it computes the rest again.
template <class F> auto checkpoint(F &&f, const Tensors &inputs) {
  Tensors given = detail::checkpoint(detail::regionBody(f), inputs);
  if constexpr (requires { f(inputs); })
    return detail::unwrap<decltype(f(inputs))>(given);
  else
    return Tensor(given[0]);
}

/// `forward(inputs)` with a derivative of one's own: `backward(inputs, outputs, cotangents)`,
/// Tensors each, gives a cotangent of each of `inputs`. No gradient flows to what `forward`
/// captures.
///
///   // a step function that lets gradients through
///   Tensor y = custom_gradient([](Tensor x) { return where(x > 0, 1.0, 0.0); },
///                              [](Tensors, Tensors, Tensors dy) { return dy; }, x);
template <class F, class G> auto custom_gradient(F &&forward, G &&backward, const Tensors &inputs) {
  auto call = [](void *context, const Tensors &inputs, const Tensors &outputs, const Tensors &dys) {
    return Tensors((*static_cast<detail::RemoveReference<G> *>(context))(inputs, outputs, dys));
  };
  Tensors given =
      detail::customGradient(detail::regionBody(forward), call,
                             const_cast<void *>(static_cast<const void *>(&backward)), inputs);
  if constexpr (requires { forward(inputs); })
    return detail::unwrap<decltype(forward(inputs))>(given);
  else
    return Tensor(given[0]);
}
} // namespace dlc
#endif
