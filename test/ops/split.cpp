// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/split.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(split) {
  Dim n = dim("n", 5);
  entry("size", {f64({5, 2})}, [](Tensor x) {
    Tensors parts = split(x, 2);
    return results({{"a", parts[0]}, {"b", parts[1]}, {"c", parts[2]}});
  });
  entry("sizes", {f64({2, 5})}, [](Tensor x) {
    Tensors parts = x.split({1, 4}, 1);
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("empty_part", {f64({3})}, [](Tensor x) {
    Tensors parts = x.split({3, 0});
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("live", {f32({n, 4})}, [](Tensor x) {
    Tensors parts = x.split(3, -1);
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("gates", {f64({2, 8})}, [](Tensor x) {
    Tensors gates = x.split(2, 1);
    return gates[0] * gates[1].tanh() + gates[2] * gates[3];
  });
  entry("second", {f64({4, 2})}, [](Tensor x) {
    Tensors parts = x.split(2);
    return grad(square(parts[0] * parts[1]).sum(), x);
  });
}
