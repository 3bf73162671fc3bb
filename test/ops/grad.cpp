// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/grad.cases -
// grad, backward, requires_grad_, retain_grad, detach, no_grad: what PyTorch gives for the same.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(gradients) {
  Dim n = dim("n", 4);
  entry("several", {f64({n, 3}), f64({3})}, [](Tensor x, Tensor w) {
    Tensors g = grad(tanh(x * w).sum(), {x, w});
    return results({{"dx", g[0]}, {"dw", g[1]}});
  });
  entry("cotangent", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor v) { return grad(x * x * x, x, v); });
  entry("leaves", {f64({3}), f64({3})}, [](Tensor x, Tensor w) {
    x.requires_grad_();
    w.requires_grad_();
    Tensor y = x * w;
    y.retain_grad();
    square(y).sum().backward();
    return results({{"dx", x.grad()}, {"dw", w.grad()}, {"dy", y.grad()}});
  });
  entry("accumulated", {f64({3})}, [](Tensor x) {
    x.requires_grad_();
    exp(x).sum().backward();
    square(x).sum().backward();
    return x.grad();
  });
  entry("zeroed", {f64({3})}, [](Tensor x) {
    x.requires_grad_();
    exp(x).sum().backward();
    x.zero_grad();
    square(x).sum().backward();
    return x.grad();
  });
  entry("given_cotangent", {f64({3}), f64({3})}, [](Tensor x, Tensor v) {
    x.requires_grad_();
    exp(x).backward(v);
    return x.grad();
  });
  entry("detached", {f64({3})}, [](Tensor x) { return grad((x * x.detach()).sum(), x); });
  entry("no_gradient", {f64({3})}, [](Tensor x) {
    Tensor frozen = no_grad([&] { return exp(x); });
    Tensor g = grad((x * frozen).sum(), x);
    NoGradGuard guard;
    return g + x;
  });
  // A derivative of the second derivative, the third.
  entry("second", {f64({3})}, [](Tensor x) {
    Tensor first = grad(square(tanh(x)).sum(), x);
    return grad(square(grad(square(first).sum(), x)).sum(), x);
  });
  // What a tensor says of itself, as 0 and 1.
  entry("questions", {f64({3})}, [](Tensor x) {
    Tensor before = x * 2;
    bool all = !before.requires_grad() && before.is_leaf() && x.is_leaf() && !x.requires_grad();
    x.requires_grad_();
    Tensor y = x * 2;
    all = all && x.is_leaf() && x.requires_grad() && !y.is_leaf() && y.requires_grad();
    all = all && y.detach().is_leaf() && !y.detach().requires_grad();
    all = all && !(y > 0).to(f64).requires_grad();
    x.requires_grad_(false);
    all = all && !x.requires_grad();
    return full({}, all ? 1 : 0, i64);
  });
}
