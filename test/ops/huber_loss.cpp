// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/huber_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(huber_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) { return huber_loss(x, y); });
  entry("sum", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return huber_loss(x, y, Reduction::sum); });
  entry("none", {f32({2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return huber_loss(x, y, Reduction::none); });
  entry("scalar", {f64({}), f64({})}, [](Tensor x, Tensor y) { return huber_loss(x, y); });
  entry("nothing", {f64({0, 2}), f64({0, 2})}, [](Tensor x, Tensor y) { return huber_loss(x, y); });
  entry("live", {f64({n, 2}), f64({n, 2})}, [](Tensor x, Tensor y) { return huber_loss(x, y); });
  entry("second", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) {
    Tensor z = huber_loss(x, y, Reduction::none);
    return grad((z * z).sum(), x);
  });
  entry("delta", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return huber_loss(x, y, {.delta = 0.5}); });
  entry("edges", {f64({5}), f64({5})},
        [](Tensor x, Tensor y) { return grad(huber_loss(x, y, Reduction::sum), x); });
  entry("far", {f32({2}), f32({2})}, [](Tensor x, Tensor y) { return grad(huber_loss(x, y), x); });
}
