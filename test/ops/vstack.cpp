// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/vstack.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(vstack) {
  entry("matrices", {f64({2, 3}), f64({1, 3})}, [](Tensor x, Tensor y) { return vstack({x, y}); });
  entry("vectors", {f64({3}), f64({2, 3})}, [](Tensor x, Tensor y) { return vstack({x, y}); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return vstack({x, y}); });
  entry("second", {f64({1, 2}), f64({2, 2})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(vstack({x, y})).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
