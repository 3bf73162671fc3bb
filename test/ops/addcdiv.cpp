// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/addcdiv.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_addcdiv) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({3, 7}), f64({3, 7}), f64({3, 7})},
        [](Tensor x, Tensor y, Tensor z) { return addcdiv(x, y, z); });
  entry("broadcast", {f64({3, 1}), f64({4}), f64({3, 4})},
        [](Tensor x, Tensor y, Tensor z) { return x.addcdiv(y, z, {.value = 0.5}); });
  entry("singles", {f32({5}), f32({5}), f32({5})},
        [](Tensor x, Tensor y, Tensor z) { return x.addcdiv(y, z); });
  entry("live", {f64({n, 2}), f64({n, 2}), f64({2})},
        [](Tensor x, Tensor y, Tensor z) { return addcdiv(x, y, z); });
  entry("second", {f64({3}), f64({3}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    Tensors g = grad(square(addcdiv(x, y, z)).sum(), {x, y, z});
    return results({{"dx", g[0]}, {"dy", g[1]}, {"dz", g[2]}});
  });
}
