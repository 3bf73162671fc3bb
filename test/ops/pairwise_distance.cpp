// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/pairwise_distance.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(pairwise_distance) {
  Dim n = dim("n", 5);
  entry("rows", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return pairwise_distance(x, y); });
  entry("kept", {f32({2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return pairwise_distance(x, y, 2, 1e-6, /*keepdim=*/true); });
  entry("one", {f64({2, 3}), f64({3})},
        [](Tensor x, Tensor y) { return pairwise_distance(x, y, 1, 0.5); });
  entry("equal", {f64({2}), f64({2})}, [](Tensor x, Tensor y) { return pairwise_distance(x, y); });
  entry("live", {f64({n, 3}), f64({n, 3})},
        [](Tensor x, Tensor y) { return pairwise_distance(x, y, 3); });
  entry("second", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(pairwise_distance(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
