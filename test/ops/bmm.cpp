// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/bmm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(bmm) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 2, 3}), f64({2, 3, 2})}, [](Tensor x, Tensor y) { return bmm(x, y); });
  entry("single", {f32({2, 1, 3}), f32({2, 3, 1})}, [](Tensor x, Tensor y) { return x.bmm(y); });
  entry("no_batches", {f64({0, 2, 3}), f64({0, 3, 2})},
        [](Tensor x, Tensor y) { return bmm(x, y); });
  entry("ints", {i64({1, 2, 2}), i64({1, 2, 2})}, [](Tensor x, Tensor y) { return bmm(x, y); });
  entry("live", {f64({n, 2, 2}), f64({n, 2, 1})}, [](Tensor x, Tensor y) { return bmm(x, y); });
  entry("second", {f64({2, 1, 3}), f64({2, 3, 2})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(bmm(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
