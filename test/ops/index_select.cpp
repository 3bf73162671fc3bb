// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/index_select.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(index_select_test) {
  Dim n = dim("n", 8);
  entry("rows", {f32({5, 20}), i64({3})}, [](Tensor x, Tensor i) { return index_select(x, 0, i); });
  entry("middle", {f64({2, 4, 3}), i64({5})},
        [](Tensor x, Tensor i) { return x.index_select(1, i); });
  entry("last", {f64({2, 6}), i64({2})}, [](Tensor x, Tensor i) { return x.index_select(-1, i); });
  entry("one", {f64({3, 2}), i64({})}, [](Tensor x, Tensor i) { return x.index_select(0, i); });
  entry("live", {f64({n, 4}), i64({2})}, [](Tensor x, Tensor i) { return x.index_select(1, i); });
  entry("many", {f64({4, 3}), i64({n})}, [](Tensor x, Tensor i) { return x.index_select(0, i); });
  entry("second", {f64({3, 2}), i64({4})},
        [](Tensor x, Tensor i) { return grad(square(x.index_select(0, i)).sum(), x); });
}
