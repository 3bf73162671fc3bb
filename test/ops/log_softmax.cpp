// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/log_softmax.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_log_softmax) {
  Dim n = dim("n", 5);
  entry("last", {f64({3, 7})}, [](Tensor x) { return x.log_softmax(-1); });
  entry("first", {f64({3, 7})}, [](Tensor x) { return log_softmax(x, 0); });
  entry("middle", {f64({2, 5, 3})}, [](Tensor x) { return log_softmax(x, 1); });
  entry("singles", {f32({3, 33})}, [](Tensor x) { return log_softmax(x, -1); });
  entry("large", {f64({3})}, [](Tensor x) { return log_softmax(x, 0); });
  entry("masked", {f64({3})}, [](Tensor x) { return log_softmax(x, 0); });
  entry("live", {f64({n, 4})}, [](Tensor x) { return log_softmax(x, 1); });
  entry("along_live", {f64({n, 4})}, [](Tensor x) { return log_softmax(x, 0); });
  entry("one", {f64({3, 1})}, [](Tensor x) { return log_softmax(x, 1); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(log_softmax(x, 1)).sum(), x); });
}
