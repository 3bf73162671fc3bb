// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/unbind.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(unbind) {
  Dim n = dim("n", 5);
  entry("plain", {f64({2, 3})}, [](Tensor x) {
    Tensors parts = unbind(x);
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("last", {f64({2, 3})}, [](Tensor x) {
    Tensors parts = x.unbind(-1);
    return results({{"a", parts[0]}, {"b", parts[1]}, {"c", parts[2]}});
  });
  entry("live", {f32({n, 2})}, [](Tensor x) {
    Tensors parts = x.unbind(1);
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensors rows = x.unbind();
    return grad(square(rows[0] * rows[1]).sum(), x);
  });
}
