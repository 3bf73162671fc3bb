// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/float_power.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_float_power) {
  Dim n = dim("n", 4);
  auto power = [](Tensor x, Tensor y) { return float_power(x, y); };
  entry("ints", {i64({5}), i64({})}, power);
  entry("singles", {f32({5}), f32({5})}, [](Tensor x, Tensor y) { return x.float_power(y); });
  entry("base", {i64({5})}, [](Tensor x) { return float_power(2, x); });
  entry("rows", {f64({2, 3}), f64({3})}, power);
  entry("live", {f64({n, 3}), f64({3})}, power);
  entry("turned", {f64({2, 3})}, [](Tensor x) { return float_power(x.t(), 3); });
  entry("nothing", {f64({0, 3}), f64({3})}, power);
  entry("second", {f64({3}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(float_power(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
