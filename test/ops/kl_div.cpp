// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/kl_div.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(kl_div) {
  Dim n = dim("n", 5);
  entry("mean", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) { return kl_div(x, y); });
  entry("sum", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return kl_div(x, y, Reduction::sum); });
  entry("none", {f32({2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return kl_div(x, y, Reduction::none); });
  entry("scalar", {f64({}), f64({})}, [](Tensor x, Tensor y) { return kl_div(x, y); });
  entry("nothing", {f64({0, 2}), f64({0, 2})}, [](Tensor x, Tensor y) { return kl_div(x, y); });
  entry("live", {f64({n, 2}), f64({n, 2})}, [](Tensor x, Tensor y) { return kl_div(x, y); });
  entry("second", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) {
    Tensor z = kl_div(x, y, Reduction::none);
    return grad((z * z).sum(), x);
  });
  entry("batchmean", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return kl_div(x, y, Reduction::batchmean); });
  entry("log_target", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) {
    return kl_div(x, y, {.reduction = Reduction::sum, .log_target = true});
  });
  entry("log_target_batchmean", {f32({2, 3}), f32({2, 3})}, [](Tensor x, Tensor y) {
    return kl_div(x, y, {.reduction = Reduction::batchmean, .log_target = true});
  });
  entry("zeros", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return kl_div(x, y, {.reduction = Reduction::none}); });
  entry("live_batchmean", {f64({n, 2}), f64({n, 2})},
        [](Tensor x, Tensor y) { return kl_div(x, y, Reduction::batchmean); });
}
