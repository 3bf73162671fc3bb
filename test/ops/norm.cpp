// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/norm.cases -
#include <dlc/dlc.h>
using namespace dlc;

#include <cmath>

DLC_PROGRAM(norm) {
  Dim n = dim("n", 5);
  entry("two", {f64({2, 3})}, [](Tensor x) { return norm(x); });
  entry("rows", {f64({2, 3, 2})}, [](Tensor x) { return x.norm(2, {0, 2}); });
  entry("kept", {f32({2, 3})}, [](Tensor x) { return x.norm(2, 1, /*keepdim=*/true); });
  entry("zero", {f64({2, 3})}, [](Tensor x) { return norm(x, 0, 1); });
  entry("half", {f64({2, 3})}, [](Tensor x) { return norm(x, 0.5, 1); });
  entry("one", {f64({2, 3})}, [](Tensor x) { return norm(x, 1, 1); });
  entry("one_and_half", {f64({2, 3})}, [](Tensor x) { return norm(x, 1.5, 1); });
  entry("three", {f64({2, 3})}, [](Tensor x) { return norm(x, 3, 1); });
  entry("minus_one", {f64({2, 3})}, [](Tensor x) { return norm(x, -1, 1); });
  entry("inf", {f64({2, 3})}, [](Tensor x) { return norm(x, INFINITY, 1); });
  entry("minus_inf", {f64({2, 3})}, [](Tensor x) { return norm(x, -INFINITY, 1); });
  entry("half_at_zero", {f64({3, 3})}, [](Tensor x) { return grad(norm(x, 0.5, 1).sum(), x); });
  entry("one_at_zero", {f64({3, 3})}, [](Tensor x) { return grad(norm(x, 1, 1).sum(), x); });
  entry("one_and_half_at_zero", {f64({3, 3})},
        [](Tensor x) { return grad(norm(x, 1.5, 1).sum(), x); });
  entry("two_at_zero", {f64({3, 3})}, [](Tensor x) { return grad(norm(x, 2, 1).sum(), x); });
  entry("three_at_zero", {f64({3, 3})}, [](Tensor x) { return grad(norm(x, 3, 1).sum(), x); });
  entry("inf_at_zero", {f64({3, 3})}, [](Tensor x) { return grad(norm(x, INFINITY, 1).sum(), x); });
  entry("ties_at_inf", {f64({4})}, [](Tensor x) { return grad(norm(x, INFINITY), x); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.norm(2, 1);
    return grad((y * y).sum(), x);
  });
  entry("live", {f64({n, 3})}, [](Tensor x) { return norm(x, 3, 0); });
  entry("scalar", {f64({})}, [](Tensor x) { return norm(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return norm(x, 2, 0); });
  entry("not_a_number", {f32({2, 2})}, [](Tensor x) { return norm(x, 2, 1); });
  entry("sixteen_bits", {f16({2, 4})}, [](Tensor x) { return norm(x, 2, 1); });
}
