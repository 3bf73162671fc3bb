// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/gaussian_nll_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(gaussian_nll_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({2, 3}), f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y, Tensor z) { return gaussian_nll_loss(x, y, z); });
  entry("full", {f64({2, 3}), f64({2, 3}), f64({2, 1})},
        [](Tensor x, Tensor y, Tensor z) { return gaussian_nll_loss(x, y, z, {.full = true}); });
  entry("variance_of_rows", {f64({2, 3}), f64({2, 3}), f64({2})}, [](Tensor x, Tensor y, Tensor z) {
    return gaussian_nll_loss(x, y, z, {.reduction = Reduction::sum});
  });
  entry("none", {f32({2, 2}), f32({2, 2}), f32({2, 2})}, [](Tensor x, Tensor y, Tensor z) {
    return gaussian_nll_loss(x, y, z, {.reduction = Reduction::none});
  });
  entry("small_variance", {f64({2}), f64({2}), f64({2})}, [](Tensor x, Tensor y, Tensor z) {
    return grad(gaussian_nll_loss(x, y, z, {.eps = 0.5}), z);
  });
  entry("live", {f64({n, 2}), f64({n, 2}), f64({n, 2})},
        [](Tensor x, Tensor y, Tensor z) { return gaussian_nll_loss(x, y, z); });
  entry("second", {f64({2, 2}), f64({2, 2}), f64({2, 2})}, [](Tensor x, Tensor t, Tensor v) {
    Tensors g =
        grad(square(gaussian_nll_loss(x, t, v, {.reduction = Reduction::none})).sum(), {x, t, v});
    return results({{"dx", g[0]}, {"dt", g[1]}, {"dv", g[2]}});
  });
}
