// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/scatter.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(scatter_test) {
  Dim n = dim("n", 8);
  entry("rows", {f64({4, 3}), i64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor i, Tensor s) { return scatter(x, 0, i, s); });
  entry("corner", {f32({3, 5}), i64({2, 2}), f32({3, 4})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter(1, i, s); });
  entry("number", {f64({2, 5}), i64({2, 2})},
        [](Tensor x, Tensor i) { return x.scatter(1, i, 1.5); });
  entry("wide", {f64({3, 18}), i64({2, 18}), f64({2, 18})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter(0, i, s); });
  entry("last", {f64({3}), f64({3})},
        [](Tensor x, Tensor s) { return x.scatter(0, where(arange(3) == 0, 1, arange(3)), s); });
  entry("live", {f64({n, 3}), i64({n, 1}), f64({n, 1})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter(1, i, s); });
  entry("ints", {i64({4}), i64({2}), i64({2})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter(0, i, s); });
  entry("nothing", {f64({4, 3}), i64({0, 3}), f64({0, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter(0, i, s); });
  entry("second", {f64({3, 2}), i64({2, 2}), f64({2, 2})}, [](Tensor x, Tensor i, Tensor s) {
    Tensors g = grad(square(x.scatter(0, i, s)).sum(), {x, s});
    return results({{"dx", g[0]}, {"ds", g[1]}});
  });
}
