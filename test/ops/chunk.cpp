// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/chunk.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(chunk) {
  Dim n = dim("n", 5);
  entry("even", {f64({6, 2})}, [](Tensor x) {
    Tensors parts = chunk(x, 3);
    return results({{"a", parts[0]}, {"b", parts[1]}, {"c", parts[2]}});
  });
  entry("uneven", {f64({5})}, [](Tensor x) {
    Tensors parts = x.chunk(2);
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("fewer", {f64({5})}, [](Tensor x) {
    Tensors parts = x.chunk(4);
    return results({{"a", parts[0]}, {"b", parts[1]}, {"c", parts[2]}});
  });
  entry("live", {f32({n, 4})}, [](Tensor x) {
    Tensors parts = x.chunk(2, 1);
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("second", {f64({4})}, [](Tensor x) {
    Tensors parts = x.chunk(2);
    return grad(square(parts[0] * parts[1]).sum(), x);
  });
}
