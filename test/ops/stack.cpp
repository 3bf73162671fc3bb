// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/stack.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(stack) {
  Dim n = dim("n", 5);
  entry("front", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) { return stack({x, y}); });
  entry("last", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return stack({x, y, x}, -1); });
  entry("scalars", {f64({}), f64({})}, [](Tensor x, Tensor y) { return stack({x, y}); });
  entry("live", {f32({n, 2}), f32({n, 2})}, [](Tensor x, Tensor y) { return stack({x, y}, 1); });
  entry("second", {f64({2}), f64({2})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(stack({x, y}, 1)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
