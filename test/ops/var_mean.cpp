// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/var_mean.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(var_mean) {
  Dim n = dim("n", 5);
  entry("rows", {f64({2, 3})}, [](Tensor x) {
    auto [mean, var] = var_mean(x, 1);
    return results({{"var", var}, {"mean", mean}});
  });
  entry("kept", {f32({2, 3})}, [](Tensor x) {
    auto [mean, var] = var_mean(x, 0, {.correction = 0, .keepdim = true});
    return results({{"var", var}, {"mean", mean}});
  });
  entry("live", {f64({n, 3})}, [](Tensor x) {
    auto [mean, var] = var_mean(x);
    return results({{"var", var}, {"mean", mean}});
  });
  entry("half", {bf16({2, 3})}, [](Tensor x) {
    auto [mean, var] = var_mean(x, 1);
    return results({{"var", var}, {"mean", mean}});
  });
  entry("second", {f64({2, 3})},
        [](Tensor x) { return grad(square(var_mean(x, 1).var).sum(), x); });
}
