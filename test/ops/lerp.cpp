// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/lerp.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_lerp) {
  Dim n = dim("n", 5);
  entry("number", {f64({3, 7}), f64({3, 7})}, [](Tensor x, Tensor y) { return lerp(x, y, 0.25); });
  entry("beyond", {f64({3, 7}), f64({7})}, [](Tensor x, Tensor y) { return x.lerp(y, 1.75); });
  entry("weights", {f64({3, 7}), f64({3, 7}), f64({7})},
        [](Tensor x, Tensor y, Tensor w) { return lerp(x, y, w); });
  entry("singles", {f32({3, 7}), f32({3, 7}), f32({7})},
        [](Tensor x, Tensor y, Tensor w) { return lerp(x, y, w); });
  entry("live", {f64({n, 2}), f64({2})}, [](Tensor x, Tensor y) { return lerp(x, y, 0.25); });
  entry("end", {f32({5}), f32({5})}, [](Tensor x, Tensor y) { return lerp(x, y, 1); });
  entry("second", {f64({3}), f64({3}), f64({3})}, [](Tensor x, Tensor y, Tensor w) {
    Tensors g = grad(square(lerp(x, y, w)).sum(), {x, y, w});
    return results({{"dx", g[0]}, {"dy", g[1]}, {"dw", g[2]}});
  });
}
