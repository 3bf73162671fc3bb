// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/index_add.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(index_add_test) {
  Dim n = dim("n", 8);
  entry("rows", {f32({4, 17}), i64({3}), f32({3, 17})},
        [](Tensor x, Tensor i, Tensor s) { return index_add(x, 0, i, s); });
  entry("scaled", {f64({2, 4, 3}), i64({3}), f64({2, 3, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.index_add(1, i, s, -2); });
  entry("live", {f64({4, 2}), i64({n}), f64({n, 2})},
        [](Tensor x, Tensor i, Tensor s) { return x.index_add(0, i, s); });
  entry("second", {f64({3, 2}), i64({4}), f64({4, 2})}, [](Tensor x, Tensor i, Tensor s) {
    Tensors g = grad(square(x.index_add(0, i, s)).sum(), {x, s});
    return results({{"dx", g[0]}, {"ds", g[1]}});
  });
}
