// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/remainder.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_remainder) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7}), f64({3, 7})}, [](Tensor x, Tensor y) { return x % y; });
  entry("singles", {f32({33}), f32({33})}, [](Tensor x, Tensor y) { return x.remainder(y); });
  entry("broadcast", {f64({3, 1, 4}), f64({2, 1})},
        [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("live", {f64({n, 4}), f64({4})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("permuted", {f64({2, 3, 4}), f64({4, 1, 3})},
        [](Tensor x, Tensor y) { return remainder(x.permute(2, 0, 1), y); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("nothing", {f64({0, 3}), f64({3})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("mixed", {f32({4}), f64({})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("edges", {f64({42}), f64({42})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("single_edges", {f32({42}), f32({42})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("smooth", {f64({6}), f64({6})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("negative", {f64({6}), f64({6})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("ints", {i64({10}), i64({10})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("i32", {i32({10}), i32({10})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("number", {i64({12})}, [](Tensor x) { return remainder(x, -3); });
  entry("by_zero", {i64({5}), i64({5})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("f16", {f16({7}), f16({7})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("bf16", {bf16({7}), bf16({7})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("u8", {u8({5}), u8({5})}, [](Tensor x, Tensor y) { return remainder(x, y); });
  entry("second", {f64({3}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(remainder(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
