// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in convolution, pooling and resampling, each at its own line.
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
  // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `Conv` from 6 to 4 channels in 4 groups; both must be multiples of that
  mistake([&] { nn::Conv2d{6, 4, 3, {.groups = 4}}; });
  // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `ConvTranspose` from 6 to 4 channels in 0 groups; both must be multiples of that
  mistake([&] { nn::ConvTranspose1d{6, 4, 3, {.groups = 0}}; });

  entry("main", {f32({n, 4}), f32({2, 3, 6, 6}), f32({n, 2, n}), f32({n, 4, 5})},
        [&](Tensor x, Tensor image, Tensor live, Tensor line) {
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` of [n<=8, 4] of f32 with a weight of [1, 3, 3, 3] of f32; it takes [N, C, H, W] and [out, in, height, width]
    mistake([&] { conv2d(x, zeros({1, 3, 3, 3})); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv_transpose1d` of [n<=8, 4] of f32 with a weight of [1, 3] of f32; it takes [N, C, L] and [in, out, length]
    mistake([&] { conv_transpose1d(x, zeros({1, 3})); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` of [2, 3, 6, 6] of f32 with a weight of [1, 4, 3, 3] of f32: x has 3 channels, the weight takes 4; they must be equal
    mistake([&] { conv2d(image, zeros({1, 4, 3, 3})); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` of [n<=8, 4, 5] of f32 with a weight of [1, 1, 3, 3] of f32: x has 8 channels, the weight takes 1; they must be equal, hint: x.unsqueeze(1) adds a channel dim to images without one
    mistake([&] { conv2d(line, zeros({1, 1, 3, 3})); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` of [2, 3, 6, 6] of f32 with a weight of [1, 3, 3, 3] of f64; the dtypes must be equal, hint: `.to(dtype)`
    mistake([&] { conv2d(image, zeros({1, 3, 3, 3}, f64)); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` of [2, 3, 6, 6] of i64 with a weight of [1, 3, 3, 3] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { conv2d(image.to(i64), zeros({1, 3, 3, 3}, i64)); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` in 0 groups; there is at least 1
    mistake([&] { conv2d(image, zeros({1, 3, 3, 3}), {}, {.groups = 0}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` of [2, 3, 6, 6] of f32 with a weight of [4, 1, 3, 3] of f32 in 3 groups; the channels 3 and 4 must be multiples of that
    mistake([&] { conv2d(image, zeros({4, 1, 3, 3}), {}, {.groups = 3}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv` with a kernel that spans 7 of dim 2 of [2, 3, 6, 6] of f32, which has 6; the kernel must fit, hint: add padding
    mistake([&] { conv2d(image, zeros({1, 3, 7, 7})); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv` of [n<=8, 2, n<=8] of f32 and [1, 2, 3] of f32; spatial dims must be static
    mistake([&] { conv1d(live, zeros({1, 2, 3})); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` with a weight of [1, 3, 3, 3] of f32 and a bias of [3] of f32; a bias is [out]
    mistake([&] { conv2d(image, zeros({1, 3, 3, 3}), zeros({3})); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` with padding `full`; there are `same`, `valid` and numbers
    mistake([&] { conv2d(image, zeros({1, 3, 3, 3}), {}, {.padding = "full"}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv2d` with padding `same` and stride 2; only stride 1 can keep the size
    mistake([&] { conv2d(image, zeros({1, 3, 3, 3}), {}, {.stride = 2, .padding = "same"}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv_transpose2d` with stride 0 and dilation 1; both are at least 1
    mistake([&] { conv_transpose2d(image, zeros({3, 1, 3, 3}), {}, {.stride = 0}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv_transpose2d` with output_padding 2; it is less than the stride or the dilation
    mistake([&] { conv_transpose2d(image, zeros({3, 1, 3, 3}), {}, {.stride = 2, .output_padding = 2}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `conv_transpose2d` of [2, 3, 6, 6] of f32 with padding 5 leaves nothing of dim 2
    mistake([&] { conv_transpose2d(image, zeros({3, 1, 3, 3}), {}, {.padding = 5}); });

    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `max_pool2d` of [2, 3, 6, 6] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { image.to(i64).max_pool2d(2); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `max_pool2d` with padding 2 of a window of 2; padding is at most half of the window
    mistake([&] { image.max_pool2d(2, 2, 2); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `max_pool2d` with a window of 7 by 7, dilation 1 and padding 0 over a dim of 6; each is at least 1, and the window must fit
    mistake([&] { image.max_pool2d(7); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `max_pool2d` of [n<=8, 4] of f32; it takes [N, C, spatial...] with 2 spatial dims
    mistake([&] { x.max_pool2d(2); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `avg_pool1d` of [n<=8, 2, n<=8] of f32; spatial dims must be static
    mistake([&] { avg_pool1d(live, 2); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `lp_pool2d` of [2, 3, 6, 6] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { lp_pool2d(image.to(i64), 2, 2); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `adaptive_avg_pool2d` of [2, 3, 6, 6] of f32 to a size of 0; sizes are at least 1
    mistake([&] { adaptive_avg_pool2d(image, {2, 0}); });

    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `interpolate` of [n<=8, 4] of f32; it takes [N, C, spatial...] with 1 to 3 spatial dims
    mistake([&] { interpolate(x, {.scale_factor = 2}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `interpolate` of [2, 3, 6, 6] of f32 with mode `linear`; there are `nearest`, `nearest-exact`, `bilinear` and `area`
    mistake([&] { interpolate(image, {.scale_factor = 2, .mode = "linear"}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `interpolate` of [2, 3, 6, 6] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { interpolate(image.to(i64), {.scale_factor = 2, .mode = "bilinear"}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `interpolate` with align_corners and mode `nearest`; it is for `bilinear`
    mistake([&] { interpolate(image, {.scale_factor = 2, .align_corners = true}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `interpolate` of [2, 3, 6, 6] of f32 with 1 sizes and 0 factors; it takes a size for each of 2 spatial dims, or a factor for each or for all of them
    mistake([&] { interpolate(image, {.size = {3}}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `interpolate` of [n<=8, 2, n<=8] of f32; spatial dims must be static
    mistake([&] { interpolate(live, {.scale_factor = 2}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `interpolate` of [2, 3, 6, 6] of f32 from 6 to 0 elements along dim 2; sizes are at least 1
    mistake([&] { interpolate(image, {.scale_factor = 0.1}); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `pixel_shuffle` of [2, 3, 6, 6] of f32 by 2; it takes [.., C, H, W] with C a multiple of its square
    mistake([&] { pixel_shuffle(image, 2); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `pixel_unshuffle` of [2, 3, 6, 6] of f32 by 4; it takes [.., C, H, W] with H and W multiples of that
    mistake([&] { pixel_unshuffle(image, 4); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `unfold` of [n<=8, 4] of f32; it takes [N, C, H, W]
    mistake([&] { unfold(x, 2); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `unfold` with a window of 7 by 1, dilation 1 and padding 0 over a dim of 6; each is at least 1, and the window must fit
    mistake([&] { unfold(image, 7); });
    // CHECK: window_mistakes.cpp:[[@LINE+1]]: error: `fold` of [n<=8, 4] of f32; it takes [N, C * 4, 9], a column for each window
    mistake([&] { fold(x, 4, 2); });
  });
}
