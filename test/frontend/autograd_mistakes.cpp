// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes around gradients, each at its own line.
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

struct Net : nn::Module {
  Parameter w{Shape{3}};
  DLC_MODULE(w)
  Tensor forward(Tensor x) { return x * w; }
};

DLC_PROGRAM(mistakes) {
  Net net;
  // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `backward` at program scope; gradients belong to an entry, hint: call it inside entry(...)
  mistake([&] { zeros({}).backward(); });
  entry("main", {f32({3}), f32({2}), i64({3})}, [&](Tensor x, Tensor v, Tensor i) {
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `backward` of [3] of f32; a loss is one float, hint: `.mean()` or `.sum()` first, or give a cotangent
    mistake([&] { net(x).backward(); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `backward` of [3] of f32 with a cotangent of [2] of f32; it has the shape and dtype of what is differentiated
    mistake([&] { net(x).backward(v); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `grad` of [] of i64; only floats have gradients
    mistake([&] { grad(i.sum(), x); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `grad` with respect to [3] of i64; only floats have gradients
    mistake([&] { grad(x.sum(), i); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `requires_grad_` of [3] of i64; only floats have gradients
    mistake([&] { i.requires_grad_(); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `requires_grad_(false)` of a tensor that was computed from leaves; hint: `detach()`
    mistake([&] { net(x).requires_grad_(false); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `requires_grad_` of a Tensor that is another name of `w`; hint: freeze or thaw the Parameter itself
    mistake([&] { Tensor w = net.w; w.requires_grad_(false); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `retain_grad` of a tensor that requires no gradient; hint: `requires_grad_()` makes a leaf
    mistake([&] { x.retain_grad(); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `grad()` of a tensor that keeps none; hint: before backward(), `requires_grad_()` on a leaf, `retain_grad()` on what was computed from leaves
    mistake([&] { x.grad(); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `grad()` before `backward()`; there is no gradient yet
    mistake([&] { Tensor y = x; y.requires_grad_(); y.grad(); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `custom_gradient` of [3] of i64; only floats have gradients, hint: capture what has none
    mistake([&] { custom_gradient([](Tensor x) { return x; }, [](Tensors, Tensors, Tensors d) { return d; }, i); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `custom_gradient` gives [3] of bool; only floats have gradients, hint: return it from outside
    mistake([&] { custom_gradient([](Tensor x) { return x > 0; }, [](Tensors, Tensors, Tensors d) { return d; }, x); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: the backward of a `custom_gradient` gives 2 cotangents for 1 inputs; there is one for each
    mistake([&] { custom_gradient([](Tensor x) { return x; }, [](Tensors, Tensors, Tensors d) { return Tensors{d[0], d[0]}; }, x); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: the backward of a `custom_gradient` gives [] of f32 for an input of [3] of f32; a cotangent has the shape and dtype of its input
    mistake([&] { custom_gradient([](Tensor x) { return x; }, [](Tensors, Tensors, Tensors d) { return d[0].sum(); }, x); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `backward` of a tensor that was computed from no parameter; no gradient would flow, hint: what is behind `detach()`, `no_grad` or a conversion to ints counts as a constant
    mistake([&] { net(x).detach().sum().backward(); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `backward` of a tensor that was computed from no parameter
    mistake([&] { net(x).argmax(0).to(f32).backward(); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `grad` with respect to [2] of f32 that the loss was not computed from; hint: what is behind `detach()`, `no_grad` or a conversion to ints counts as a constant, and `x += y` makes a new x
    mistake([&] { grad(net(x).sum(), {x, v}); });
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `grad` with respect to [3] of f32 that the loss was not computed from
    mistake([&] { Tensor before = x; Tensor y = x; y += 1; Tensor loss = before.sum(); grad(loss, y); });
    return x;
  });
  entry("nothing", {f32({3})}, [&](Tensor x) {
    // CHECK: autograd_mistakes.cpp:[[@LINE+1]]: error: `backward` in an entry that has read no parameter; there is nothing to differentiate for, hint: are all parameters frozen? `x.requires_grad_()` makes a leaf of an input
    mistake([&] { x.sum().backward(); });
    return x;
  });
}
