// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/max_pool3d.cases -
// Also max_pool3d_with_indices.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(max_pool3d) {
  entry("plain", {f64({1, 2, 4, 4, 4})}, [](Tensor x) { return max_pool3d(x, 2); });
  entry("options", {f64({1, 1, 4, 5, 4})}, [](Tensor x) {
    return max_pool3d(x, {2, 3, 2}, {.stride = {1, 2, 2}, .padding = {1, 1, 0}});
  });
  entry("positional", {f64({1, 1, 4, 5, 4})},
        [](Tensor x) { return max_pool3d(x, 2, {1, 2, 2}, 0, 1, true); });
  entry("indices", {f32({1, 1, 3, 4, 4})}, [](Tensor x) {
    PoolResult r = max_pool3d_with_indices(x, 2);
    return results({{"values", r.values}, {"indices", r.indices}});
  });
  entry("second", {f64({1, 1, 2, 2, 4})},
        [](Tensor x) { return grad(square(max_pool3d(x, 2)).sum(), x); });
}
