// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/index_tensors.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(index_test) {
  Dim n = dim("n", 8);
  entry("rows", {f64({4, 3}), i64({3})}, [](Tensor x, Tensor i) { return x[i]; });
  entry("square", {f64({4, 3}), i64({2, 2})}, [](Tensor x, Tensor i) { return index(x, {i}); });
  entry("pairs", {f64({4, 3, 2}), i64({3}), i64({3})},
        [](Tensor x, Tensor i, Tensor j) { return x.index({i, j}); });
  entry("spread", {f64({4, 3}), i64({3, 1}), i64({2})},
        [](Tensor x, Tensor i, Tensor j) { return x.index({i, j}); });
  entry("second", {f64({4, 3, 2}), i64({5})},
        [](Tensor x, Tensor i) { return x.index({Tensor(), i}); });
  entry("apart", {f64({4, 3, 2}), i64({3}), i64({3})},
        [](Tensor x, Tensor i, Tensor j) { return x.index({i, Tensor(), j}); });
  entry("live", {f64({n, 4}), i64({2})}, [](Tensor x, Tensor i) { return x.index({Tensor(), i}); });
  entry("many", {f64({4, 3}), i64({n}), i64({n})},
        [](Tensor x, Tensor i, Tensor j) { return x.index({i, j}); });
}
