// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/std.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(std) {
  Dim n = dim("n", 5), m = dim("m", 4);
  entry("all", {f64({2, 3})}, [](Tensor x) { return dlc::std(x); });
  entry("rows", {f64({2, 3, 4})}, [](Tensor x) { return x.std({0, -1}); });
  entry("kept", {f32({2, 5})},
        [](Tensor x) { return dlc::std(x, 1, {.correction = 0, .keepdim = true}); });
  entry("correction", {f64({2, 5})}, [](Tensor x) { return dlc::std(x, 1, {.correction = 2}); });
  entry("biased", {f64({2, 3})}, [](Tensor x) { return dlc::std(x, false); });
  entry("biased_rows", {f64({2, 3})},
        [](Tensor x) { return x.std(1, /*unbiased=*/false, /*keepdim=*/true); });
  entry("one", {f64({3, 1})}, [](Tensor x) { return dlc::std(x, 1); });
  entry("one_biased", {f64({3, 1})}, [](Tensor x) { return dlc::std(x, 1, /*unbiased=*/false); });
  entry("large_mean", {f64({4})}, [](Tensor x) { return dlc::std(x); });
  entry("equal", {f64({4})}, [](Tensor x) { return grad(dlc::std(x), x); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.std(1);
    return grad((y * y).sum(), x);
  });
  entry("live", {f64({n, 3})}, [](Tensor x) { return dlc::std(x, 0); });
  entry("live_all", {f32({n, 3})}, [](Tensor x) { return x.std(); });
  entry("live_one", {f64({n, 2})}, [](Tensor x) { return dlc::std(x, 0); });
  entry("live_twice", {f64({n, m})}, [](Tensor x) { return dlc::std(x); });
  entry("half", {f16({2, 8})}, [](Tensor x) { return dlc::std(x, 1); });
}
