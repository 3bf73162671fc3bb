// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in losses: each at its own line.
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
  entry("main", {f32({n, 4}), i64({n}), f32({4})}, [&](Tensor x, Tensor y, Tensor w) {
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `l1_loss` of [n<=8, 4] of f32 and a target of [4] of f32; the shapes must be equal
    mistake([&] { l1_loss(x, w); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `mse_loss` of [n<=8] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { mse_loss(y, y); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `mse_loss` with Reduction::batchmean, which is kl_div's; hint: Reduction::mean
    mistake([&] { mse_loss(x, x, Reduction::batchmean); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `smooth_l1_loss` with a beta of -1.000000; it is at least 0
    mistake([&] { smooth_l1_loss(x, x, {.beta = -1}); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `huber_loss` with a delta of 0.000000; it is above 0
    mistake([&] { huber_loss(x, x, {.delta = 0}); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `nll_loss` of [n<=8, 4] of f32 and targets of [n<=8, 4] of f32; targets are class indices (i64) of the same shape without the class dim, which is dim 1 or the last, hint: describe the input as i64({n})
    mistake([&] { nll_loss(x, x); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `cross_entropy` of [n<=8, 4] of f32 and targets of [n<=8, 1] of i64; targets are class indices (i64) of the same shape without the class dim, which is dim 1 or the last, hint: `.squeeze(1)` the targets
    mistake([&] { cross_entropy(x, y.unsqueeze(1)); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `nll_loss` of [n<=8, 4] of f32 with class weights of [n<=8, 4] of f32; there is one for each of the classes, dim 1
    mistake([&] { nll_loss(x, y, {.weight = x}); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `cross_entropy` with a label smoothing of 1.500000; it lies between 0 and 1
    mistake([&] { cross_entropy(x, y, {.label_smoothing = 1.5}); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `multi_margin_loss` of [n<=8, 4] of f32 with a power of 3.000000; it takes [N, C] or [C], and a power of 1 or 2
    mistake([&] { multi_margin_loss(x, y, {.p = 3}); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `cosine_embedding_loss` of [n<=8, 4] of f32 and targets of [4] of f32; it takes [N, D] and [N], or [D] and []
    mistake([&] { cosine_embedding_loss(x, x, w); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `cosine_similarity` of [n<=8] of i64; it takes floats
    mistake([&] { cosine_similarity(y, y, 0); });
    // CHECK: loss_mistakes.cpp:[[@LINE+1]]: error: `triplet_margin_loss` of [n<=8, 4] of f32 and a target of [4] of f32; the shapes must be equal
    mistake([&] { triplet_margin_loss(x, x, w); });
  });
}
