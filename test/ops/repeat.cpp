// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/repeat.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(repeat) {
  Dim n = dim("n", 5);
  entry("bytes", {u8({2})}, [](Tensor x) { return x.repeat({2}); });
  entry("plain", {f64({2, 3})}, [](Tensor x) { return repeat(x, {2, 2}); });
  entry("in_front", {f64({2})}, [](Tensor x) { return x.repeat(3, 1, 2); });
  entry("once", {f64({2, 3})}, [](Tensor x) { return x.repeat(1, 1) * 2; });
  entry("never", {f64({2, 3})}, [](Tensor x) { return x.repeat({1, 0}); });
  entry("scalar", {f64({})}, [](Tensor x) { return x.repeat({3}); });
  entry("live", {f32({n, 2})}, [](Tensor x) { return x.repeat(1, 2); });
  entry("live_in_front", {f64({n, 2})}, [](Tensor x) { return x.repeat({2, 1, 2}); });
  entry("masks", {boolean({2})}, [](Tensor x) { return x.repeat({2}); });
  entry("second", {f64({2})}, [](Tensor x) { return grad(square(x.repeat(2)).sum(), x); });
}
