// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/div.cases -
#include <dlc/dlc.h>
using namespace dlc;

/// The gradients of the sum of squares: differentiated again, second derivatives.
static Results both(Tensor z, Tensor x, Tensor y) {
  Tensor loss = square(z).sum();
  Tensor dx = grad(loss, x), dy = grad(loss, y);
  return results({{"dx", dx}, {"dy", dy}});
}

DLC_PROGRAM(test_div) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7}), f64({3, 7})}, [](Tensor x, Tensor y) { return x / y; });
  entry("singles", {f32({33}), f32({33})}, [](Tensor x, Tensor y) { return x.div(y); });
  entry("broadcast", {f64({3, 1, 4}), f64({2, 1})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("live", {f64({n, 4}), f64({4})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("permuted", {f64({2, 3, 4}), f64({4, 1, 3})},
        [](Tensor x, Tensor y) { return div(x.permute(2, 0, 1), y); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("nothing", {f64({0, 3}), f64({3})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("mixed", {f32({4}), f64({})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("edges", {f64({42}), f64({42})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("single_edges", {f32({42}), f32({42})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("ints", {i64({10}), i64({10})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("bools", {boolean({2}), boolean({2})}, [](Tensor x, Tensor y) { return x / y; });
  entry("trunc", {f64({3, 7}), f64({7})},
        [](Tensor x, Tensor y) { return x.div(y, {.rounding_mode = "trunc"}); });
  entry("trunc_singles", {f32({33}), f32({33})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "trunc"}); });
  entry("trunc_ints", {i64({10}), i64({10})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "trunc"}); });
  entry("trunc_i32", {i32({10}), i32({10})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "trunc"}); });
  entry("floor", {f64({3, 7}), f64({7})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "floor"}); });
  entry("floor_singles", {f32({33}), f32({33})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "floor"}); });
  entry("floor_ints", {i64({10}), i64({10})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "floor"}); });
  entry("floor_i32", {i32({10}), i32({10})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "floor"}); });
  entry("floor_edges", {f64({42}), f64({42})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "floor"}); });
  entry("by_zero", {i64({5}), i64({5})},
        [](Tensor x, Tensor y) { return div(x, y, {.rounding_mode = "trunc"}); });
  entry("second", {f64({5}), f64({5})}, [](Tensor x, Tensor y) { return both(div(x, y), x, y); });
  entry("f16", {f16({7}), f16({7})}, [](Tensor x, Tensor y) { return div(x, y); });
  entry("bf16", {bf16({7}), bf16({7})}, [](Tensor x, Tensor y) { return div(x, y); });
}
