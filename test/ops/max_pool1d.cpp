// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/max_pool1d.cases -
// Also max_pool1d_with_indices.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(max_pool1d) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3, 8})}, [](Tensor x) { return max_pool1d(x, 2); });
  entry("options", {f64({1, 2, 9})},
        [](Tensor x) { return max_pool1d(x, 3, {.stride = 2, .padding = 1, .dilation = 2}); });
  entry("positional", {f64({1, 2, 9})}, [](Tensor x) { return max_pool1d(x, 3, 2, 1); });
  entry("ceil", {f64({1, 1, 8})},
        [](Tensor x) { return max_pool1d(x, 3, {.stride = 3, .ceil_mode = true}); });
  entry("indices", {f64({1, 2, 9})}, [](Tensor x) {
    PoolResult r = max_pool1d_with_indices(x, 3, {.stride = 2, .padding = 1});
    return results({{"values", r.values}, {"indices", r.indices}});
  });
  entry("live", {f32({n, 2, 5})}, [](Tensor x) { return max_pool1d(x, 2); });
  entry("unbatched", {f64({2, 5})}, [](Tensor x) { return max_pool1d(x, 2); });
  entry("second", {f64({1, 1, 6})},
        [](Tensor x) { return grad(square(max_pool1d(x, 3, 2)).sum(), x); });
}
