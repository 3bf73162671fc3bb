// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/addmm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(addmm) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 4}), f64({2, 3}), f64({3, 4})},
        [](Tensor x, Tensor y, Tensor z) { return addmm(x, y, z); });
  entry("factors", {f64({4}), f64({2, 3}), f64({3, 4})},
        [](Tensor x, Tensor y, Tensor z) { return addmm(x, y, z, {.beta = 0.5, .alpha = -2}); });
  entry("nothing_added", {f32({2, 2}), f32({2, 3}), f32({3, 2})},
        [](Tensor x, Tensor y, Tensor z) { return addmm(x, y, z, {.beta = 0}); });
  entry("ints", {i64({2, 2}), i64({2, 2}), i64({2, 2})},
        [](Tensor x, Tensor y, Tensor z) { return addmm(x, y, z, {.beta = 3, .alpha = 2}); });
  entry("live", {f64({2}), f64({n, 3}), f64({3, 2})},
        [](Tensor x, Tensor y, Tensor z) { return addmm(x, y, z); });
  entry("second", {f64({2}), f64({2, 3}), f64({3, 2})}, [](Tensor x, Tensor y, Tensor z) {
    Tensors g = grad(square(addmm(x, y, z, {.beta = 0.5, .alpha = -2})).sum(), {x, y, z});
    return results({{"dx", g[0]}, {"dy", g[1]}, {"dz", g[2]}});
  });
}
