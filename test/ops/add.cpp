// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/add.cases -
#include <dlc/dlc.h>
using namespace dlc;

/// The gradients of the sum of squares: differentiated again, second derivatives.
static Results both(Tensor z, Tensor x, Tensor y) {
  Tensor loss = square(z).sum();
  Tensor dx = grad(loss, x), dy = grad(loss, y);
  return results({{"dx", dx}, {"dy", dy}});
}

DLC_PROGRAM(test_add) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7}), f64({3, 7})}, [](Tensor x, Tensor y) { return x + y; });
  entry("singles", {f32({33}), f32({33})}, [](Tensor x, Tensor y) { return x.add(y); });
  entry("broadcast", {f64({3, 1, 4}), f64({2, 1})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("live", {f64({n, 4}), f64({4})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("permuted", {f64({2, 3, 4}), f64({4, 1, 3})},
        [](Tensor x, Tensor y) { return add(x.permute(2, 0, 1), y); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("nothing", {f64({0, 3}), f64({3})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("mixed", {f32({4}), f64({})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("edges", {f64({42}), f64({42})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("single_edges", {f32({42}), f32({42})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("ints", {i64({10}), i64({10})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("alpha", {f64({5}), f64({5})}, [](Tensor x, Tensor y) { return x.add(y, {.alpha = 2.5}); });
  entry("number", {f64({5})}, [](Tensor x) { return 3 + x + 0.5; });
  entry("int_and_real", {i64({5})}, [](Tensor x) { return x + 0.5; });
  entry("bools", {boolean({3}), boolean({3})}, [](Tensor x, Tensor y) { return x + y; });
  entry("second", {f64({5}), f64({5})}, [](Tensor x, Tensor y) { return both(add(x, y), x, y); });
  entry("f16", {f16({7}), f16({7})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("bf16", {bf16({7}), bf16({7})}, [](Tensor x, Tensor y) { return add(x, y); });
  entry("u8", {u8({5}), u8({5})}, [](Tensor x, Tensor y) { return add(x, y); });
}
