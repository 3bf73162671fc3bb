// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/linear.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(linear) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3}), f64({4, 3}), f64({4})},
        [](Tensor x, Tensor y, Tensor z) { return linear(x, y, z); });
  entry("without_bias", {f32({2, 3}), f32({4, 3})},
        [](Tensor x, Tensor y) { return linear(x, y); });
  entry("one_row", {f64({3}), f64({2, 3}), f64({2})},
        [](Tensor x, Tensor y, Tensor z) { return linear(x, y, z); });
  entry("more_dims", {f64({2, 2, 3}), f64({2, 3}), f64({2})},
        [](Tensor x, Tensor y, Tensor z) { return linear(x, y, z); });
  entry("no_rows", {f64({0, 3}), f64({2, 3}), f64({2})},
        [](Tensor x, Tensor y, Tensor z) { return linear(x, y, z); });
  entry("live", {f64({n, 2, 3}), f64({2, 3}), f64({2})},
        [](Tensor x, Tensor y, Tensor z) { return linear(x, y, z); });
  entry("live_features", {f64({2, n}), f64({3, n})},
        [](Tensor x, Tensor y) { return linear(x, y); });
  entry("second", {f64({2, 3}), f64({2, 3}), f64({2})}, [](Tensor x, Tensor w, Tensor b) {
    Tensors g = grad(square(linear(x, w, b)).sum(), {x, w, b});
    return results({{"dx", g[0]}, {"dw", g[1]}, {"db", g[2]}});
  });
}
