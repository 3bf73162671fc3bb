// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/mm.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(mm) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3}), f64({3, 4})}, [](Tensor x, Tensor y) { return mm(x, y); });
  entry("single", {f32({2, 3}), f32({3, 1})}, [](Tensor x, Tensor y) { return x.mm(y); });
  entry("ints", {i32({2, 3}), i32({3, 2})}, [](Tensor x, Tensor y) { return mm(x, y); });
  entry("live", {f64({n, 2}), f64({2, 2})}, [](Tensor x, Tensor y) { return mm(x, y); });
  entry("second", {f64({2, 3}), f64({3, 2})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(mm(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
