// Products of f32 with operands rounded to bf16: contractions, convolutions and both gradients of
// each against the same in f64. The bound follows from what is rounded: bf16 keeps 8 digits, so an
// operand is off by at most 2^-8 of itself, a product by twice that, and a sum of k products in f32
// by k * 2^-23 more, all of the sum of the products' magnitudes. That something is rounded, or is
// not where too little would be gained, is looked at too.
// RUN: dlc --emit=trace %s -o %t.mlir
// RUN: dlc-check --precision=bf16 %t.mlir
// Some of them for processors that multiply f32 only.
// RUN: dlc --emit=trace -DSOME %s -o %t.some.mlir
// RUN: dlc-check --precision=bf16 --march=x86-64 %t.some.mlir
// RUN: %if avx2 %{ dlc-check --precision=bf16 --march=x86-64-v3 %t.some.mlir %}
// RUN: %if avx512 %{ dlc-check --precision=bf16 --march=x86-64-v4 %t.some.mlir %}
// Without the option nothing is rounded.
// RUN: not dlc-check %t.some.mlir 2>&1 | FileCheck %s
// CHECK: operands are not rounded
#include <dlc/dlc.h>
#include <list>
#include <string>
using namespace dlc;

/// How many products each result is a sum of; 0: it is not rounded.
struct Depths {
  Int y, dx, dw;
};

static void compare(Tensor is, Tensor exact, Tensor magnitude, Int depth) {
  Tensor error = (is.to(f64) - exact).abs();
  double bound = depth ? 2.0 / 256 + 1.0 / 65536 + double(depth) / (1 << 23) : 1e-5;
  assert_(error <= bound * magnitude, "beyond the bound");
  if (depth)
    assert_((error / maximum(magnitude, 1e-30)).max() > 1e-5, "operands are not rounded");
}

template <class F> static Tensors withGradients(F f, Tensor x, Tensor w, Tensor dy) {
  x = x.detach().requires_grad_();
  w = w.detach().requires_grad_();
  Tensor y = f(x, w);
  Tensors gradients = grad((y * dy).sum(), {x, w});
  return {y, gradients[0], gradients[1]};
}

template <class F> static Tensor check(F f, Tensor x, Tensor w, Tensor dy, Depths depths) {
  Tensors is = withGradients(f, x, w, dy);
  Tensors exact = withGradients(f, x.to(f64), w.to(f64), dy.to(f64));
  Tensors magnitudes = withGradients(f, x.abs().to(f64), w.abs().to(f64), dy.abs().to(f64));
  compare(is[0], exact[0], magnitudes[0], depths.y);
  compare(is[1], exact[1], magnitudes[1], depths.dx);
  compare(is[2], exact[2], magnitudes[2], depths.dw);
  return is[0];
}

DLC_PROGRAM(products_bf16) {
  Dim n = dim("n", 43), m = dim("m", 37);
  auto product = [](Tensor x, Tensor w) { return matmul(x, w); };
  auto linear = [](Tensor x, Tensor w) { return matmul(x, w.transpose(-2, -1)); };
  auto conv = [](ConvOptions<2> options) {
    return [=](Tensor x, Tensor w) { return conv2d(x, w, {}, options); };
  };
  auto add = [&](const char *name, auto f, InputSpec x, InputSpec w, InputSpec dy, Depths depths) {
    entry(name, {x, w, dy},
          [=](Tensor x, Tensor w, Tensor dy) { return check(f, x, w, dy, depths); });
  };
  // Odd in every direction, and not a whole vector of columns.
  add("odd", product, f32({35, 77}), f32({77, 45}), f32({35, 45}), {77, 45, 35});
  add("transposed", linear, f32({33, 129}), f32({37, 129}), f32({33, 37}), {129, 37, 33});
  add("live_rows", product, f32({n, 65}), f32({65, 34}), f32({n, 34}), {65, 34, 43});
  add("live_depth", product, f32({33, m}), f32({m, 35}), f32({33, 35}), {37, 35, 33});
  add("conv_odd", conv({}), f32({3, 17, 8, 7}), f32({19, 17, 3, 3}), f32({3, 19, 6, 5}),
      {153, 171, 90});
  add("conv_live", conv({.padding = 1}), f32({n, 16, 5, 5}), f32({18, 16, 3, 3}),
      f32({n, 18, 5, 5}), {144, 162, 1075});
  add("conv_strided", conv({.stride = 2, .padding = 1}), f32({4, 16, 9, 8}), f32({24, 16, 3, 3}),
      f32({4, 24, 5, 4}), {144, 216, 80});
#ifndef SOME
  add("even", product, f32({64, 96}), f32({96, 48}), f32({64, 48}), {96, 48, 64});
  add("deep", linear, f32({32, 5000}), f32({32, 5000}), f32({32, 32}), {5000, 32, 32});
  add("deep_and_odd", product, f32({16, 2051}), f32({2051, 33}), f32({16, 33}), {2051, 33, 0});
  // Too few rows, columns or steps to gain anything.
  add("few", product, f32({8, 64}), f32({64, 64}), f32({8, 64}), {0, 0, 0});
  add("narrow", linear, f32({64, 64}), f32({10, 64}), f32({64, 10}), {0, 0, 0});
  add("shallow", product, f32({64, 24}), f32({24, 64}), f32({64, 64}), {0, 64, 64});
  add("batched", product, f32({3, 33, 64}), f32({3, 64, 35}), f32({3, 33, 35}), {64, 35, 33});
  add("live_batch", linear, f32({n, 2, 17, 40}), f32({n, 2, 34, 40}), f32({n, 2, 17, 34}),
      {40, 34, 0});
  add("rank3", linear, f32({n, 20, 33}), f32({48, 33}), f32({n, 20, 48}), {33, 48, 860});
  add("conv", conv({.padding = 1}), f32({2, 16, 9, 9}), f32({32, 16, 3, 3}), f32({2, 32, 9, 9}),
      {144, 288, 162});
  add("conv_dilated", conv({.dilation = 2}), f32({2, 18, 11, 10}), f32({20, 18, 3, 3}),
      f32({2, 20, 7, 6}), {162, 180, 84});
  add("conv_rgb", conv({.padding = 1}), f32({2, 3, 12, 12}), f32({32, 3, 3, 3}),
      f32({2, 32, 12, 12}), {0, 0, 288});
  add("conv_of_pixels", conv({}), f32({2, 40, 6, 6}), f32({36, 40, 1, 1}), f32({2, 36, 6, 6}),
      {40, 36, 72});
  // A weight that lies along neither the lanes nor the sum.
  entry("conv_transposed", {f32({2, 36, 6, 6}), f32({36, 20, 2, 2}), f32({2, 20, 12, 12})},
        [](Tensor x, Tensor w, Tensor dy) {
          return check([](Tensor x, Tensor w) { return conv_transpose2d(x, w, {}, {.stride = 2}); },
                       x, w, dy, {36, 80, 72});
        });
  add("conv_groups", conv({.padding = 1, .groups = 2}), f32({2, 32, 6, 6}), f32({48, 16, 3, 3}),
      f32({2, 48, 6, 6}), {144, 216, 72});
#endif
}
