// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/pow.cases -
#include <dlc/dlc.h>
using namespace dlc;

/// The gradients of the sum of squares: differentiated again, second derivatives.
static Results both(Tensor z, Tensor x, Tensor y) {
  Tensor loss = square(z).sum();
  Tensor dx = grad(loss, x), dy = grad(loss, y);
  return results({{"dx", dx}, {"dy", dy}});
}

DLC_PROGRAM(test_pow) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7}), f64({3, 7})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("singles", {f32({33}), f32({33})}, [](Tensor x, Tensor y) { return x.pow(y); });
  entry("broadcast", {f64({3, 1, 4}), f64({2, 1})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("live", {f64({n, 4}), f64({4})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("permuted", {f64({2, 3, 4}), f64({4, 1, 3})},
        [](Tensor x, Tensor y) { return pow(x.permute(2, 0, 1), y); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("nothing", {f64({0, 3}), f64({3})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("mixed", {f32({4}), f64({})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("edges", {f64({42}), f64({42})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("single_edges", {f32({42}), f32({42})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("power0", {f64({5})}, [](Tensor x) { return pow(x, 0); });
  entry("power1", {f64({5})}, [](Tensor x) { return pow(x, 1); });
  entry("power2", {f64({5})}, [](Tensor x) { return pow(x, 2); });
  entry("power3", {f64({5})}, [](Tensor x) { return pow(x, 3); });
  entry("power4", {f64({5})}, [](Tensor x) { return pow(x, 4); });
  entry("power5", {f64({5})}, [](Tensor x) { return pow(x, 0.5); });
  entry("power6", {f64({5})}, [](Tensor x) { return pow(x, -0.5); });
  entry("power7", {f64({5})}, [](Tensor x) { return pow(x, -1); });
  entry("power8", {f64({5})}, [](Tensor x) { return pow(x, -2); });
  entry("power9", {f64({5})}, [](Tensor x) { return pow(x, 2.5); });
  entry("cubes", {f64({5})}, [](Tensor x) { return x.pow(3); });
  entry("of_zero", {f64({2})}, [](Tensor x) { return x.pow(2); });
  entry("base", {f64({5})}, [](Tensor x) { return pow(2, x); });
  entry("int_power7", {i64({9})}, [](Tensor x) { return x.pow(7); });
  entry("int_power0", {i64({9})}, [](Tensor x) { return x.pow(0); });
  entry("int_power1", {i64({9})}, [](Tensor x) { return x.pow(1); });
  entry("int_half", {i64({9})}, [](Tensor x) { return x.pow(0.5); });
  entry("int_wraps", {i64({7})}, [](Tensor x) { return x.pow(41); });
  entry("int_tensors", {i64({16}), i64({16})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("int_base", {i64({9})}, [](Tensor x) { return pow(3, x); });
  entry("i32", {i32({3}), i32({3})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("int_to_reals", {i64({5}), f32({5})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("zeros_by_base", {f64({4})},
        [](Tensor x) { return grad(square(pow(x, tensor({0.0, 1.0, 2.0, 0.0}, f64))).sum(), x); });
  entry("second", {f64({5}), f64({5})}, [](Tensor x, Tensor y) { return both(pow(x, y), x, y); });
  entry("f16", {f16({7}), f16({7})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("bf16", {bf16({7}), bf16({7})}, [](Tensor x, Tensor y) { return pow(x, y); });
  entry("u8", {u8({5}), u8({5})}, [](Tensor x, Tensor y) { return pow(x, y); });
}
