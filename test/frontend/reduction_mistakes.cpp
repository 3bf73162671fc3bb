// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in reductions: each at its own line.
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

DLC_PROGRAM(mistakes) {
  Dim n = dim("n", 8);
  nn::Linear net{4, 1};
  // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `clip_grad_value_` at program scope; gradients belong to an entry
  mistake([&] { nn::clip_grad_value_(net.parameters(), 1); });
  entry("main", {f32({n, 4}), i64({n}), f32({0, 3})}, [&](Tensor x, Tensor y, Tensor nothing) {
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `prod` names dim 2 of a tensor of rank 2; dims are -2 to 1
    mistake([&] { x.prod(2); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `amax` over dim 0 of [0, 3] of f32, which is empty; there is no extremum of no elements
    mistake([&] { nothing.amax(); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `amin` over dim 0 of [0, 3] of f32, which is empty; there is no extremum of no elements
    mistake([&] { nothing.amin(0); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `max` over dim 0 of [0, 3] of f32, which is empty; there is no extremum of no elements
    mistake([&] { nothing.max(0); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `argmax` over dim 0 of [0] of f32, which is empty; there is no extremum of no elements
    mistake([&] { nothing.argmax(); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `argmin` of a bool tensor; hint: `.to(i64)` first
    mistake([&] { (x > 0).argmin(1); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `min` names dim 1 of a tensor of rank 1; dims are -1 to 0
    mistake([&] { y.min(1); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `var` of [n<=8] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { y.var(); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `std` of [n<=8] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { y.std(0); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `var_mean` names dim 3 of a tensor of rank 2; dims are -2 to 1
    mistake([&] { var_mean(x, 3); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `norm` of [n<=8] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { y.norm(); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `logsumexp` of [n<=8] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { y.logsumexp(0); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `nanmean` of [n<=8] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { y.nanmean(); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `any` names dim 0 twice
    mistake([&] { x.any({0, -2}); });
    // CHECK: reduction_mistakes.cpp:[[@LINE+1]]: error: `clip_grad_norm_` with a norm type of 0; it is another number, or infinity
    mistake([&] { net.zero_grad(), net(x).sum().backward(), nn::clip_grad_norm_(net.parameters(), 1, 0); });
  });
}
