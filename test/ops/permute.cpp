// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/permute.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(permute) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3, 4})}, [](Tensor x) { return permute(x, {2, 0, 1}); });
  entry("negative", {f64({2, 3, 4})}, [](Tensor x) { return x.permute(-1, 0, 1); });
  entry("live", {f64({n, 3, 2})}, [](Tensor x) { return x.permute({2, 0, 1}); });
  entry("scalar", {f64({})}, [](Tensor x) { return permute(x, {}); });
  entry("masks", {boolean({2, 3})}, [](Tensor x) { return x.permute(1, 0); });
  entry("second", {f64({1, 2, 3})},
        [](Tensor x) { return grad(square(x.permute(2, 0, 1)).sum(), x); });
}
