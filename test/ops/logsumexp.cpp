// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/logsumexp.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(logsumexp) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3})}, [](Tensor x) { return logsumexp(x, {}); });
  entry("rows", {f64({2, 3, 4})}, [](Tensor x) { return x.logsumexp({0, 2}); });
  entry("kept", {f32({2, 3})}, [](Tensor x) { return x.logsumexp(1, /*keepdim=*/true); });
  entry("large", {f32({2, 3})}, [](Tensor x) { return logsumexp(x, 1); });
  entry("infinite", {f64({5, 2})}, [](Tensor x) { return logsumexp(x, 1); });
  entry("gradient_of_minus_inf", {f64({3, 2})},
        [](Tensor x) { return grad(logsumexp(x, 1).sum(), x); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return logsumexp(x, 0); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.logsumexp(1);
    return grad((y * y).sum(), x);
  });
  entry("half", {bf16({2, 3})}, [](Tensor x) { return logsumexp(x, 1); });
}
