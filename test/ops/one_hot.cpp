// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/one_hot.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(one_hot_test) {
  Dim n = dim("n", 5);
  auto hot = [](Tensor x) { return one_hot(x, 4); };
  entry("row", {i64({3})}, hot);
  entry("matrix", {i64({2, 5})}, hot);
  entry("ints", {i32({3, 3})}, hot);
  entry("bytes", {u8({2})}, hot);
  entry("turned", {i64({2, 3, 1})}, [](Tensor x) { return one_hot(x.permute(2, 0, 1), 4); });
  entry("live", {i64({n, 2})}, hot);
  entry("scalar", {i64({})}, hot);
  entry("nothing", {i64({0, 3})}, hot);
  entry("single", {i64({2})}, [](Tensor x) { return one_hot(x, 1); });
  entry("weights", {i64({2}), f64({2, 4})},
        [](Tensor x, Tensor w) { return (one_hot(x, 4) * w).sum(-1); });
  entry("second", {i64({2}), f64({2, 3})},
        [](Tensor x, Tensor w) { return grad(square((one_hot(x, 3) * w).sum(-1)).sum(), w); });
}
