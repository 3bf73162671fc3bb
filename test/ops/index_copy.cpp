// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/index_copy.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(index_copy_test) {
  entry("rows", {f64({4, 3}), i64({2}), f64({2, 3})},
        [](Tensor x, Tensor i, Tensor s) { return index_copy(x, 0, i, s); });
  entry("middle", {f64({2, 4, 3}), i64({2}), f64({2, 2, 3})},
        [](Tensor x, Tensor i, Tensor s) { return x.index_copy(1, i, s); });
  entry("second", {f64({3, 2}), i64({2}), f64({2, 2})}, [](Tensor x, Tensor i, Tensor s) {
    Tensors g = grad(square(x.index_copy(0, i, s)).sum(), {x, s});
    return results({{"dx", g[0]}, {"ds", g[1]}});
  });
}
