// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/adaptive_max_pool2d.cases -
// Also adaptive_max_pool2d_with_indices.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(adaptive_max_pool2d) {
  entry("global_max", {f64({2, 2, 3, 4})}, [](Tensor x) { return adaptive_max_pool2d(x, 1); });
  entry("uneven", {f64({1, 2, 5, 7})}, [](Tensor x) {
    PoolResult r = adaptive_max_pool2d_with_indices(x, {3, 4});
    return results({{"values", r.values}, {"indices", r.indices}});
  });
  entry("mixed", {f64({1, 1, 4, 5})}, [](Tensor x) {
    PoolResult r = adaptive_max_pool2d_with_indices(x, 2);
    return results({{"values", r.values}, {"indices", r.indices}});
  });
  entry("larger", {f64({1, 1, 2, 3})}, [](Tensor x) { return adaptive_max_pool2d(x, {3, 4}); });
  entry("second", {f64({1, 1, 3, 4})},
        [](Tensor x) { return grad(square(adaptive_max_pool2d(x, 2)).sum(), x); });
}
