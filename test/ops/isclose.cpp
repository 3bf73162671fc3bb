// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/isclose.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_isclose) {
  Dim n = dim("n", 5);
  entry("doubles", {f64({9}), f64({9})}, [](Tensor x, Tensor y) { return isclose(x, y); });
  entry("singles", {f32({9}), f32({9})}, [](Tensor x, Tensor y) { return x.isclose(y); });
  entry("wide", {f64({9}), f64({9})}, [](Tensor x, Tensor y) { return isclose(x, y, 1e-3, 1e-6); });
  entry("equal_nan", {f64({9}), f64({9})},
        [](Tensor x, Tensor y) { return isclose(x, y, 1e-5, 1e-8, /*equal_nan=*/true); });
  entry("ints", {i64({9}), i64({9})}, [](Tensor x, Tensor y) { return isclose(x, y, 0.5); });
  entry("live", {f64({n, 2}), f64({2})}, [](Tensor x, Tensor y) { return isclose(x, y, 0.5); });
}
