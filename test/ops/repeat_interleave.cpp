// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/repeat_interleave.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(repeat_interleave) {
  Dim n = dim("n", 5);
  entry("dim", {f64({2, 3})}, [](Tensor x) { return repeat_interleave(x, 2, 0); });
  entry("last", {f64({2, 3})}, [](Tensor x) { return x.repeat_interleave(3, -1); });
  entry("flat", {f64({2, 2})}, [](Tensor x) { return x.repeat_interleave(2); });
  entry("flattened", {i64({2, 2})}, [](Tensor x) { return repeat_interleave(x, 3); });
  entry("live", {f32({n, 2})}, [](Tensor x) { return x.repeat_interleave(2, 0); });
  entry("second", {f64({2, 2})},
        [](Tensor x) { return grad(square(x.repeat_interleave(2, 0)).sum(), x); });
}
