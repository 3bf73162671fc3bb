// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/tril.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(tril) {
  Dim n = dim("n", 5);
  entry("plain", {f64({3, 4})}, [](Tensor x) { return tril(x); });
  entry("above", {f64({4, 3})}, [](Tensor x) { return x.tril(1); });
  entry("below", {f64({2, 3, 3})}, [](Tensor x) { return x.tril(-1); });
  entry("live", {f32({n, 3, 3})}, [](Tensor x) { return x.tril(); });
  entry("live_rows", {f64({n, 4})}, [](Tensor x) { return x.tril(1); });
  entry("ints", {i64({3, 3})}, [](Tensor x) { return x.tril(); });
  entry("masks", {boolean({3, 3})}, [](Tensor x) { return x.tril(); });
  entry("half", {bf16({3, 3})}, [](Tensor x) { return x.tril(); });
  entry("second", {f64({3, 3})}, [](Tensor x) { return grad(square(x.tril()).sum(), x); });
}
