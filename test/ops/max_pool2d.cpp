// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/max_pool2d.cases -
// Also max_pool2d_with_indices.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(max_pool2d) {
  Dim n = dim("n", 5);
  entry("half", {f16({1, 2, 4, 4})}, [](Tensor x) { return max_pool2d(x, 3, 1); });
  entry("plain", {f64({2, 2, 4, 6})}, [](Tensor x) { return x.max_pool2d(2); });
  entry("rest", {f64({1, 2, 5, 5})}, [](Tensor x) { return max_pool2d(x, {2, 3}); });
  entry("overlapping", {f64({1, 2, 6, 7})}, [](Tensor x) { return max_pool2d(x, 3, 2, 1); });
  entry("dense", {f64({1, 1, 5, 5})},
        [](Tensor x) { return max_pool2d(x, {3, 2}, {1, 1}, 0, {1, 2}); });
  entry("ceil", {f64({1, 1, 6, 7})},
        [](Tensor x) { return max_pool2d(x, 3, {.stride = 2, .padding = 1, .ceil_mode = true}); });
  entry("indices", {f64({1, 2, 6, 7})}, [](Tensor x) {
    PoolResult r = max_pool2d_with_indices(x, {2, 3}, {.stride = 2, .padding = 1});
    return results({{"values", r.values}, {"indices", r.indices}});
  });
  entry("indices_dilated", {f64({1, 1, 5, 7})}, [](Tensor x) {
    PoolResult r = max_pool2d_with_indices(x, 2, {.stride = {1, 2}, .dilation = {2, 3}});
    return results({{"values", r.values}, {"indices", r.indices}});
  });
  entry("live", {f32({n, 2, 4, 4})}, [](Tensor x) { return max_pool2d(x, 2); });
  entry("unbatched", {f64({2, 4, 4})}, [](Tensor x) { return max_pool2d(x, 2); });
  entry("ties", {f64({1, 1, 2, 4})}, [](Tensor x) {
    PoolResult r = max_pool2d_with_indices(x, 2);
    return results({{"values", r.values}, {"indices", r.indices}});
  });
  entry("nan", {f64({1, 1, 2, 4})}, [](Tensor x) { return max_pool2d(x, 2); });
  entry("second", {f64({1, 1, 4, 4})},
        [](Tensor x) { return grad(square(max_pool2d(x, 3, 1)).sum(), x); });
}
