// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/multi_margin_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(multi_margin_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({3, 4}), i64({3})},
        [](Tensor x, Tensor y) { return multi_margin_loss(x, y); });
  entry("squares", {f64({3, 4}), i64({3})},
        [](Tensor x, Tensor y) { return multi_margin_loss(x, y, {.p = 2, .margin = 0.5}); });
  entry("weight", {f64({3, 4}), i64({3}), f64({4})}, [](Tensor x, Tensor y, Tensor z) {
    return multi_margin_loss(x, y, {.weight = z, .reduction = Reduction::sum});
  });
  entry("none", {f32({3, 4}), i64({3})},
        [](Tensor x, Tensor y) { return multi_margin_loss(x, y, {.reduction = Reduction::none}); });
  entry("one_row", {f64({4}), i64({})}, [](Tensor x, Tensor y) { return multi_margin_loss(x, y); });
  entry("live", {f64({n, 3}), i64({n})},
        [](Tensor x, Tensor y) { return multi_margin_loss(x, y); });
  entry("second", {f64({2, 3}), i64({2})}, [](Tensor x, Tensor t) {
    return grad(square(multi_margin_loss(x, t, {.p = 2, .reduction = Reduction::none})).sum(), x);
  });
}
