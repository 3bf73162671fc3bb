// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/outer.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(outer) {
  Dim n = dim("n", 5);
  entry("plain", {f64({3}), f64({2})}, [](Tensor x, Tensor y) { return outer(x, y); });
  entry("single", {f32({1}), f32({3})}, [](Tensor x, Tensor y) { return x.outer(y); });
  entry("ints", {i64({2}), i64({3})}, [](Tensor x, Tensor y) { return outer(x, y); });
  entry("nothing", {f64({0}), f64({3})}, [](Tensor x, Tensor y) { return outer(x, y); });
  entry("live", {f64({n}), f64({2})}, [](Tensor x, Tensor y) { return outer(x, y); });
  entry("second", {f64({3}), f64({2})}, [](Tensor x, Tensor y) {
    Tensor z = outer(x, y);
    return grad((z * z).sum(), x);
  });
}
