// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/mv.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(mv) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor y) { return mv(x, y); });
  entry("single", {f32({2, 1}), f32({1})}, [](Tensor x, Tensor y) { return x.mv(y); });
  entry("nothing", {f64({2, 0}), f64({0})}, [](Tensor x, Tensor y) { return mv(x, y); });
  entry("live", {f64({2, n}), f64({n})}, [](Tensor x, Tensor y) { return mv(x, y); });
  entry("second", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(mv(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
