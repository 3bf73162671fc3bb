// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/index_put.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(index_put_test) {
  entry("pairs", {f64({4, 3}), i64({3}), i64({3}), f64({3})},
        [](Tensor x, Tensor i, Tensor j, Tensor v) { return index_put(x, {i, j}, v); });
  entry("added", {f64({4, 3}), i64({3}), f64({3})},
        [](Tensor x, Tensor i, Tensor v) { return x.index_put({i}, v, /*accumulate=*/true); });
  entry("number", {f64({4, 3}), i64({2})}, [](Tensor x, Tensor i) { return x.index_put({i}, 2); });
  entry("apart", {f64({4, 3, 2}), i64({3}), i64({3}), f64({3, 3})},
        [](Tensor x, Tensor i, Tensor j, Tensor v) { return x.index_put({i, Tensor(), j}, v); });
  entry("second", {f64({3, 2}), i64({4}), f64({2})}, [](Tensor x, Tensor i, Tensor v) {
    Tensors g = grad(square(x.index_put({i}, v, /*accumulate=*/true)).sum(), {x, v});
    return results({{"dx", g[0]}, {"dv", g[1]}});
  });
}
