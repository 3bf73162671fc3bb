// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in elementwise functions, activations, creation and random tensors: each is reported at
// its own line. (User code catches nothing; here every mistake is caught so that one run shows
// them all.)
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
  entry("main", {f32({n, 4}), i64({n}), f32({2, 3, 6, 6})}, [&](Tensor x, Tensor y, Tensor image) {
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `add` of ints with an alpha of 0.500000; it scales ints by an int, hint: `.to(f32)` first
    mistake([&] { add(y, y, {.alpha = 0.5}); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `sub` of ints with an alpha of 0.500000; it scales ints by an int, hint: `.to(f32)` first
    mistake([&] { sub(y, 1, {.alpha = 0.5}); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `div` with the rounding mode `up`; it is `trunc` or `floor`
    mistake([&] { div(x, x, {.rounding_mode = "up"}); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `remainder` of bool tensors; it computes with numbers, hint: `.to(i64)` counts, `&`, `|`, `^` and `~` combine masks
    mistake([&] { (x > 0) % (x < 1); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `floor` of bool tensors; it computes with numbers, hint: `.to(i64)` counts, `&`, `|`, `^` and `~` combine masks
    mistake([&] { floor(x > 0); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `clamp` of bool tensors; it computes with numbers, hint: `.to(i64)` counts, `&`, `|`, `^` and `~` combine masks
    mistake([&] { clamp(x > 0, false, true); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `atan2` of [n<=8, 4] of f32 and [n<=8] of i64: dim 1 is 4 on one side and n on the other; sizes must be equal or 1, hint: dims are matched from the last one backwards
    mistake([&] { atan2(x, y); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `<<` of bool tensors; it computes with numbers, hint: `.to(i64)` counts, `&`, `|`, `^` and `~` combine masks
    mistake([&] { (x > 0) << true; });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `^` of floats; it combines masks or the bits of ints, hint: `x != 0` makes a mask
    mistake([&] { x ^ 1; });

    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `gelu` with the approximation `fast`; it is `none` or `tanh`
    mistake([&] { gelu(x, {.approximate = "fast"}); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `glu` of [2, 3, 6, 6] of f32 along dim 1; it halves that dim, whose size must be even and known
    mistake([&] { glu(image, 1); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `glu` of [n<=8, 4] of f32 along dim 0; it halves that dim, whose size must be even and known
    mistake([&] { glu(x, 0); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `prelu` of [2, 3, 6, 6] of f32 with a weight of [6] of f32; it takes one weight, or one for each channel, which is dim 1
    mistake([&] { prelu(image, zeros({6})); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `celu` with an alpha of 0; it divides by alpha
    mistake([&] { celu(x, 0); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `hardtanh` from 1.000000 to -1.000000; the lower bound comes first
    mistake([&] { hardtanh(x, 1, -1); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `softshrink` with a lambda of -0.500000; it is at least 0
    mistake([&] { softshrink(x, -0.5); });

    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `arange` with a tensor; a size is known at compile time, hint: a number, or x.size(i)
    mistake([&] { arange(x.sum()); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `arange` over a dynamic dim by another step than 1; hint: `arange(n) * step`
    mistake([&] { arange(0, n, 2); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `arange` from 0.000000 to 1.000000 by -0.100000; the step leads from the start to the end
    mistake([&] { arange(0, 1, -0.1); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `linspace` with -1 steps; it makes at least 0 numbers
    mistake([&] { linspace(0, 1, -1); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: a list of 1 in `tensor` where its neighbours have another length or depth; rows must be equal, hint: `pad` fills them up
    mistake([&] { tensor({{1, 2}, {3}}); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: a number beside a list in `tensor`; lists of one level hold numbers or lists
    mistake([&] { tensor({{1, 2}, 3}); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: a list of 1 in `tensor` where its neighbours have another length or depth; rows must be equal, hint: `pad` fills them up
    mistake([&] { tensor({1, {2}}); });

    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `randint` of bool; it makes numbers, hint: `rand(shape) < 0.5`
    mistake([&] { randint(0, 2, {3}, boolean); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `randint` from 2 to 2; the first number is below the second, which is not drawn
    mistake([&] { randint(2, 2, {3}); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `bernoulli` of [n<=8] of i64; it takes probabilities, hint: `.to(f32)` first
    mistake([&] { bernoulli(y); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `dropout2d` of [n<=8, 4] of f32; it takes 3 or 4 dims, hint: `feature_dropout` takes any [N, C, ...]
    mistake([&] { dropout2d(x); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `feature_dropout` of [4] of f32; channels are dim 1 of [N, C, ...]
    mistake([&] { feature_dropout(zeros({4})); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `feature_alpha_dropout` of [4] of f32; channels are dim 1 of [N, C, ...]
    mistake([&] { feature_alpha_dropout(zeros({4}), 0.5, true); });
    // CHECK: elementwise_mistakes.cpp:[[@LINE+1]]: error: `alpha_dropout` with a probability of -0.500000; it lies between 0 and 1
    mistake([&] { alpha_dropout(x, -0.5); });
  });
}
