// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/gather.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(gather_test) {
  Dim n = dim("n", 8);
  entry("rows", {f64({4, 3}), i64({5, 3})}, [](Tensor x, Tensor i) { return gather(x, 0, i); });
  entry("columns", {f32({3, 7}), i64({2, 5})}, [](Tensor x, Tensor i) { return x.gather(1, i); });
  entry("wide", {f32({2, 5, 18}), i64({2, 3, 17})},
        [](Tensor x, Tensor i) { return gather(x, 1, i); });
  entry("turned", {f64({5, 3}), i64({3, 4})},
        [](Tensor x, Tensor i) { return x.t().gather(1, i); });
  entry("ints", {i64({2, 4}), i32({2, 3})}, [](Tensor x, Tensor i) { return x.gather(-1, i); });
  entry("masks", {f64({20}), i64({19})}, [](Tensor x, Tensor i) { return (x > 0).gather(0, i); });
  entry("live", {f64({n, 6}), i64({n, 2})}, [](Tensor x, Tensor i) { return x.gather(1, i); });
  entry("many", {f64({4, 3}), i64({n, 3})}, [](Tensor x, Tensor i) { return x.gather(0, i); });
  entry("nothing", {f64({4, 3}), i64({0, 3})}, [](Tensor x, Tensor i) { return x.gather(0, i); });
  entry("second", {f64({4}), i64({3})}, [](Tensor x, Tensor i) {
    Tensor y = x.gather(0, i);
    return grad((y * y).sum(), x);
  });
}
