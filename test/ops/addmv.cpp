// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/addmv.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(addmv) {
  entry("plain", {f64({2}), f64({2, 3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return addmv(x, y, z); });
  entry("factors", {f32({1}), f32({2, 3}), f32({3})},
        [](Tensor x, Tensor y, Tensor z) { return addmv(x, y, z, {.beta = 2, .alpha = 0.5}); });
  entry("second", {f64({2}), f64({2, 3}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    Tensors g = grad(square(addmv(x, y, z)).sum(), {x, y, z});
    return results({{"dx", g[0]}, {"dy", g[1]}, {"dz", g[2]}});
  });
}
