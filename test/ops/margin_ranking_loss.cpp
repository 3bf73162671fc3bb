// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/margin_ranking_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(margin_ranking_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({4}), f64({4}), f64({4})},
        [](Tensor x, Tensor y, Tensor z) { return margin_ranking_loss(x, y, z); });
  entry("margin", {f64({4}), f64({4}), f64({4})}, [](Tensor x, Tensor y, Tensor z) {
    return margin_ranking_loss(x, y, z, {.margin = 0.5, .reduction = Reduction::sum});
  });
  entry("none", {f32({2, 2}), f32({2, 2}), f32({2, 2})}, [](Tensor x, Tensor y, Tensor z) {
    return margin_ranking_loss(x, y, z, {.reduction = Reduction::none});
  });
  entry("live", {f64({n}), f64({n}), i64({n})},
        [](Tensor x, Tensor y, Tensor z) { return margin_ranking_loss(x, y, z); });
  entry("second", {f64({3}), f64({3}), i64({3})}, [](Tensor x, Tensor y, Tensor t) {
    Tensors g = grad(
        square(margin_ranking_loss(x, y, t, {.margin = 0.5, .reduction = Reduction::none})).sum(),
        {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
