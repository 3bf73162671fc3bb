// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/index_fill.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(index_fill_test) {
  entry("rows", {f64({4, 3}), i64({2})},
        [](Tensor x, Tensor i) { return index_fill(x, 0, i, -1); });
  entry("tensor", {f64({4, 3}), i64({2}), f64({})},
        [](Tensor x, Tensor i, Tensor v) { return x.index_fill(1, i, v); });
  entry("second", {f64({3, 2}), i64({2}), f64({})}, [](Tensor x, Tensor i, Tensor v) {
    Tensors g = grad(square(x.index_fill(0, i, v)).sum(), {x, v});
    return results({{"dx", g[0]}, {"dv", g[1]}});
  });
}
