// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/minimum.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_minimum) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7}), f64({3, 7})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("singles", {f32({33}), f32({33})}, [](Tensor x, Tensor y) { return x.minimum(y); });
  entry("broadcast", {f64({3, 1, 4}), f64({2, 1})},
        [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("live", {f64({n, 4}), f64({4})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("permuted", {f64({2, 3, 4}), f64({4, 1, 3})},
        [](Tensor x, Tensor y) { return minimum(x.permute(2, 0, 1), y); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("nothing", {f64({0, 3}), f64({3})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("mixed", {f32({4}), f64({})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("edges", {f64({42}), f64({42})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("single_edges", {f32({42}), f32({42})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("ints", {i64({10}), i64({10})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("bools", {boolean({3}), boolean({3})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("tie", {f64({2}), f64({2})},
        [](Tensor x, Tensor y) { return grad(minimum(x, y).sum(), x); });
  entry("f16", {f16({7}), f16({7})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("bf16", {bf16({7}), bf16({7})}, [](Tensor x, Tensor y) { return minimum(x, y); });
  entry("second", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(minimum(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
