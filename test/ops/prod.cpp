// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/prod.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(prod) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3})}, [](Tensor x) { return prod(x); });
  entry("rows", {f64({2, 3, 2})}, [](Tensor x) { return x.prod({0, -1}); });
  entry("kept", {f32({2, 3, 2})}, [](Tensor x) { return x.prod(1, /*keepdim=*/true); });
  entry("one_zero", {f64({2, 4})}, [](Tensor x) { return prod(x, 1); });
  entry("two_zeros", {f64({2, 4})}, [](Tensor x) { return prod(x, 1); });
  entry("zeros_over_two_dims", {f64({2, 2, 3})}, [](Tensor x) { return prod(x, {0, 2}); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.prod(1);
    return grad((y * y).sum(), x);
  });
  entry("second_with_zeros", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.prod(1);
    return grad((y * y).sum(), x);
  });
  entry("small", {f64({4})}, [](Tensor x) { return grad(prod(x), x); });
  entry("long_dim", {f64({2, 130})}, [](Tensor x) { return prod(x, 1); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return prod(x, 0); });
  entry("live_rows", {f64({n, 3})}, [](Tensor x) { return prod(x, 1); });
  entry("live_and_kept", {f32({2, n, 3})}, [](Tensor x) { return prod(x, {1, 2}, true); });
  entry("scalar", {f64({})}, [](Tensor x) { return prod(x); });
  entry("nothing", {f64({0, 3})}, [](Tensor x) { return prod(x, 0); });
  entry("not_a_number", {f32({3, 2})}, [](Tensor x) { return prod(x, 1); });
  entry("ints", {i32({2, 3})}, [](Tensor x) { return prod(x, 1); });
  entry("masks", {boolean({2, 3})}, [](Tensor x) { return prod(x, 1); });
  entry("half", {bf16({2, 3})}, [](Tensor x) { return prod(x, 1); });
  entry("bytes", {u8({2, 3})}, [](Tensor x) { return prod(x, 1); });
}
