// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/scatter_add.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(scatter_add_test) {
  Dim n = dim("n", 8);
  entry("rows", {f64({4, 3}), i64({6, 3}), f64({6, 3})},
        [](Tensor x, Tensor i, Tensor s) { return scatter_add(x, 0, i, s); });
  entry("columns", {f32({3, 4}), i64({3, 9}), f32({3, 9})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_add(1, i, s); });
  entry("row", {f64({3}), i64({20}), f64({20})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_add(0, i, s); });
  entry("ints", {i64({3}), i64({20}), i64({20})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_add(0, i, s); });
  entry("live", {f64({3, 2}), i64({n, 2}), f64({n, 2})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_add(0, i, s); });
  entry("parts", {f64({8, 3}), i64({n, 4}), f64({n, 4})},
        [](Tensor x, Tensor i, Tensor s) { return x.scatter_add(1, i, s); });
  entry("second", {f64({3, 2}), i64({4, 2}), f64({4, 2})}, [](Tensor x, Tensor i, Tensor s) {
    Tensors g = grad(square(x.scatter_add(0, i, s)).sum(), {x, s});
    return results({{"dx", g[0]}, {"ds", g[1]}});
  });
}
