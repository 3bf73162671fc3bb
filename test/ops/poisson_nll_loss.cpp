// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/poisson_nll_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(poisson_nll_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return poisson_nll_loss(x, y); });
  entry("not_log", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return poisson_nll_loss(x, y, {.log_input = false}); });
  entry("full", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) {
    return poisson_nll_loss(x, y, {.full = true, .reduction = Reduction::sum});
  });
  entry("none", {f32({4}), f32({4})}, [](Tensor x, Tensor y) {
    return poisson_nll_loss(x, y, {.full = true, .reduction = Reduction::none});
  });
  entry("eps", {f64({2}), f64({2})}, [](Tensor x, Tensor y) {
    return poisson_nll_loss(x, y, {.log_input = false, .eps = 0.5});
  });
  entry("live", {f64({n, 2}), f64({n, 2})},
        [](Tensor x, Tensor y) { return poisson_nll_loss(x, y); });
  entry("second", {f64({2, 2}), f64({2, 2})}, [](Tensor x, Tensor t) {
    Tensors g = grad(
        square(poisson_nll_loss(x, t, {.full = true, .reduction = Reduction::none})).sum(), {x, t});
    return results({{"dx", g[0]}, {"dt", g[1]}});
  });
}
