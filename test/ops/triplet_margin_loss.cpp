// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/triplet_margin_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(triplet_margin_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({3, 2}), f64({3, 2}), f64({3, 2})},
        [](Tensor x, Tensor y, Tensor z) { return triplet_margin_loss(x, y, z); });
  entry("options", {f64({3, 2}), f64({3, 2}), f64({3, 2})}, [](Tensor x, Tensor y, Tensor z) {
    return triplet_margin_loss(x, y, z, {.margin = 2, .p = 3, .reduction = Reduction::sum});
  });
  entry("swap", {f64({3, 2}), f64({3, 2}), f64({3, 2})}, [](Tensor x, Tensor y, Tensor z) {
    return triplet_margin_loss(x, y, z, {.margin = 2, .swap = true});
  });
  entry("none", {f32({3, 2}), f32({3, 2}), f32({3, 2})}, [](Tensor x, Tensor y, Tensor z) {
    return triplet_margin_loss(x, y, z, {.reduction = Reduction::none});
  });
  entry("live", {f64({n, 2}), f64({n, 2}), f64({n, 2})},
        [](Tensor x, Tensor y, Tensor z) { return triplet_margin_loss(x, y, z); });
  entry("second", {f64({2, 2}), f64({2, 2}), f64({2, 2})}, [](Tensor x, Tensor y, Tensor z) {
    Tensors g = grad(
        square(triplet_margin_loss(x, y, z, {.margin = 3, .reduction = Reduction::none})).sum(),
        {x, y, z});
    return results({{"dx", g[0]}, {"dy", g[1]}, {"dz", g[2]}});
  });
}
