// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/tensordot.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(tensordot) {
  Dim n = dim("n", 5);
  entry("two", {f64({2, 3, 2}), f64({3, 2, 2})},
        [](Tensor x, Tensor y) { return tensordot(x, y); });
  entry("one", {f64({2, 3}), f64({3, 2})}, [](Tensor x, Tensor y) { return tensordot(x, y, 1); });
  entry("none", {f64({2}), f64({3})}, [](Tensor x, Tensor y) { return tensordot(x, y, 0); });
  entry("pairs", {f32({2, 3, 4}), f32({4, 2, 2})},
        [](Tensor x, Tensor y) { return tensordot(x, y, {2, 0}, {0, 1}); });
  entry("from_the_end", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return tensordot(x, y, {-1}, {-1}); });
  entry("ones", {f64({2, 1}), f64({3, 2})},
        [](Tensor x, Tensor y) { return tensordot(x, y, {1}, {0}); });
  entry("live", {f64({n, 3}), f64({n, 2})},
        [](Tensor x, Tensor y) { return tensordot(x, y, {0}, {0}); });
  entry("second", {f64({2, 3}), f64({3, 2})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(tensordot(x, y, 1)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
