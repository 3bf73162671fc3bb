// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/adaptive_max_pool3d.cases -
// Also adaptive_max_pool3d_with_indices.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(adaptive_max_pool3d) {
  entry("uneven", {f64({1, 1, 3, 5, 4})}, [](Tensor x) {
    PoolResult r = adaptive_max_pool3d_with_indices(x, 2);
    return results({{"values", r.values}, {"indices", r.indices}});
  });
  entry("plain", {f32({1, 1, 3, 4, 2})}, [](Tensor x) { return adaptive_max_pool3d(x, 2); });
  entry("second", {f64({1, 1, 2, 3, 2})},
        [](Tensor x) { return grad(square(adaptive_max_pool3d(x, 2)).sum(), x); });
}
