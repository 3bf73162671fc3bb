// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/sub.cases -
#include <dlc/dlc.h>
using namespace dlc;

/// The gradients of the sum of squares: differentiated again, second derivatives.
static Results both(Tensor z, Tensor x, Tensor y) {
  Tensor loss = square(z).sum();
  Tensor dx = grad(loss, x), dy = grad(loss, y);
  return results({{"dx", dx}, {"dy", dy}});
}

DLC_PROGRAM(test_sub) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7}), f64({3, 7})}, [](Tensor x, Tensor y) { return x - y; });
  entry("singles", {f32({33}), f32({33})}, [](Tensor x, Tensor y) { return x.sub(y); });
  entry("broadcast", {f64({3, 1, 4}), f64({2, 1})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("live", {f64({n, 4}), f64({4})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("permuted", {f64({2, 3, 4}), f64({4, 1, 3})},
        [](Tensor x, Tensor y) { return sub(x.permute(2, 0, 1), y); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("nothing", {f64({0, 3}), f64({3})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("mixed", {f32({4}), f64({})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("edges", {f64({42}), f64({42})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("single_edges", {f32({42}), f32({42})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("ints", {i64({10}), i64({10})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("alpha", {i64({5}), i64({5})}, [](Tensor x, Tensor y) { return x.sub(y, {.alpha = 3}); });
  entry("second", {f64({5}), f64({5})}, [](Tensor x, Tensor y) { return both(sub(x, y), x, y); });
  entry("f16", {f16({7}), f16({7})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("bf16", {bf16({7}), bf16({7})}, [](Tensor x, Tensor y) { return sub(x, y); });
  entry("u8", {u8({5}), u8({5})}, [](Tensor x, Tensor y) { return sub(x, y); });
}
