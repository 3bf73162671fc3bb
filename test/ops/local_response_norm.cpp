// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/local_response_norm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(local_response_norm) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 4, 3})}, [](Tensor x) { return local_response_norm(x, 3); });
  entry("even", {f64({1, 5, 2})},
        [](Tensor x) { return local_response_norm(x, 2, {.alpha = 0.5, .beta = 0.5, .k = 2}); });
  entry("wide", {f32({1, 2, 2, 2})},
        [](Tensor x) { return local_response_norm(x, 5, {.alpha = 1}); });
  entry("one", {f64({1, 2, 2})}, [](Tensor x) { return local_response_norm(x, 1, {.alpha = 1}); });
  entry("half", {f16({1, 3, 2})}, [](Tensor x) { return local_response_norm(x, 3); });
  entry("live", {f64({n, 3, 2})},
        [](Tensor x) { return local_response_norm(x, 3, {.alpha = 0.5}); });
  entry("second", {f64({1, 3, 2})},
        [](Tensor x) { return grad(square(local_response_norm(x, 3, {.alpha = 1})).sum(), x); });
}
