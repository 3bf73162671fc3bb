// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in normalisation: each at its own line.
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

struct Net : nn::Module {
  Buffer mean{{3}}, none;
  nn::BatchNorm2d images{4};
  nn::BatchNorm1d rows{4};
  DLC_MODULE(mean, none, images, rows)
  Tensor forward(Tensor x) { return x; }
};

DLC_PROGRAM(mistakes) {
  Dim n = dim("n", 8);
  Net net;
  entry("main", {f32({n, 4, 3}), f32({3}), f32({1, 4, 1}), i64({2, 4})}, [&](Tensor x, Tensor w, Tensor one, Tensor i) {
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `layer_norm` of [n<=8, 4, 3] of f32 over a shape of [4] of f32; it is one of the last dims of x, of one dim at least
    mistake([&] { layer_norm(x, {4}); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `layer_norm` with a weight of [3] of f32; it has the normalised shape, [4, 3] of f32
    mistake([&] { layer_norm(x, {4, 3}, {.weight = w}); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `rms_norm` of [2, 4] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { rms_norm(i, {4}); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `group_norm` of [n<=8, 4, 3] of f32 in 3 groups; dim 1 is a number of channels that the groups divide
    mistake([&] { group_norm(x, 3); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `group_norm` of [n<=8, 4, 3] of f32 with a weight of [3] of f32; it has one value for each channel, dim 1
    mistake([&] { group_norm(x, 2, {.weight = w}); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `local_response_norm` of [3] of f32 over 2 channels; it takes [N, C, d...] and at least one
    mistake([&] { local_response_norm(w, 2); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `batch_norm` of [3] of f32; it takes [N, C, ...]
    mistake([&] { batch_norm(w); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `batch_norm` of [1, 4, 1] of f32, which has one value a channel; one value has no variance, hint: a larger batch, or eval()
    mistake([&] { batch_norm(one); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `instance_norm` of [2, 4] of f32; it takes [N, C, d...], a dim behind the channels at least
    mistake([&] { instance_norm(i.to(f32)); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `instance_norm` of [1, 4, 1] of f32, which has one value a channel and row; one value has no variance
    mistake([&] { instance_norm(one); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `batch_norm` with one of running_mean and running_var; there are both, or none
    mistake([&] { batch_norm(x, net.mean, net.none); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `batch_norm` of [n<=8, 4, 3] of f32 with a running_mean of [3] of f32; it has one value for each channel, dim 1
    mistake([&] { batch_norm(x, net.mean, net.mean); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `BatchNorm2d` of [n<=8, 4, 3] of f32; it takes 4 dims, [N, C, ...]
    mistake([&] { net.images(x); });
    // CHECK: normalization_mistakes.cpp:[[@LINE+1]]: error: `BatchNorm1d` of [3] of f32; it takes 2 or 3 dims, [N, C, ...]
    mistake([&] { net.rows(w); });
  });
}
