// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/baddbmm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(baddbmm) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 2, 2}), f64({2, 2, 3}), f64({2, 3, 2})},
        [](Tensor x, Tensor y, Tensor z) { return baddbmm(x, y, z); });
  entry("factors", {f32({2, 1}), f32({2, 2, 3}), f32({2, 3, 2})},
        [](Tensor x, Tensor y, Tensor z) { return baddbmm(x, y, z, {.beta = 2, .alpha = 0.5}); });
  entry("live", {f64({1, 2}), f64({n, 2, 3}), f64({n, 3, 2})},
        [](Tensor x, Tensor y, Tensor z) { return baddbmm(x, y, z); });
  entry("second", {f64({1, 2}), f64({2, 1, 3}), f64({2, 3, 2})}, [](Tensor x, Tensor y, Tensor z) {
    Tensors g = grad(square(baddbmm(x, y, z)).sum(), {x, y, z});
    return results({{"dx", g[0]}, {"dy", g[1]}, {"dz", g[2]}});
  });
}
