// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/hstack.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(hstack) {
  entry("matrices", {f64({2, 3}), f64({2, 1})}, [](Tensor x, Tensor y) { return hstack({x, y}); });
  entry("vectors", {f64({2}), f64({})}, [](Tensor x, Tensor y) { return hstack({x, y}); });
  entry("second", {f64({2, 1}), f64({2, 2})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(hstack({x, y})).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
