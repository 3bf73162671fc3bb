// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/soft_margin_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(soft_margin_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return soft_margin_loss(x, y); });
  entry("sum", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return soft_margin_loss(x, y, Reduction::sum); });
  entry("none", {f32({2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return soft_margin_loss(x, y, Reduction::none); });
  entry("scalar", {f64({}), f64({})}, [](Tensor x, Tensor y) { return soft_margin_loss(x, y); });
  entry("nothing", {f64({0, 2}), f64({0, 2})},
        [](Tensor x, Tensor y) { return soft_margin_loss(x, y); });
  entry("live", {f64({n, 2}), f64({n, 2})},
        [](Tensor x, Tensor y) { return soft_margin_loss(x, y); });
  entry("second", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) {
    Tensor z = soft_margin_loss(x, y, Reduction::none);
    return grad((z * z).sum(), x);
  });
  entry("large", {f32({4}), f32({4})},
        [](Tensor x, Tensor y) { return soft_margin_loss(x, y, Reduction::none); });
}
