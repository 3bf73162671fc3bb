// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/dot.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(dot) {
  Dim n = dim("n", 5);
  entry("plain", {f64({4}), f64({4})}, [](Tensor x, Tensor y) { return dot(x, y); });
  entry("single", {f32({3}), f32({3})}, [](Tensor x, Tensor y) { return x.dot(y); });
  entry("ints", {i64({3}), i64({3})}, [](Tensor x, Tensor y) { return dot(x, y); });
  entry("nothing", {f64({0}), f64({0})}, [](Tensor x, Tensor y) { return dot(x, y); });
  entry("live", {f64({n}), f64({n})}, [](Tensor x, Tensor y) { return dot(x, y); });
  entry("second", {f64({3}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(dot(x, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
