// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/meshgrid.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(meshgrid) {
  entry("ij", {f64({2}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors parts = meshgrid({x, y});
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("xy", {f64({2}), f64({3}), f64({2})}, [](Tensor x, Tensor y, Tensor z) {
    Tensors parts = meshgrid({x, y, z}, "xy");
    return results({{"a", parts[0]}, {"b", parts[1]}, {"c", parts[2]}});
  });
  entry("scalar", {f64({}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors parts = meshgrid({x, y});
    return results({{"a", parts[0]}, {"b", parts[1]}});
  });
  entry("second", {f64({2}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors grid = meshgrid({x, y});
    Tensors g = grad(square(grid[0] * grid[1]).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
