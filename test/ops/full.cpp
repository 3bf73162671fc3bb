// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/full.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_full) {
  Dim n = dim("n", 5);
  entry("real", {}, []() { return full({2, 3}, 1.5); });
  entry("int", {}, []() { return full({2, 3}, 7); });
  entry("bool", {}, []() { return full({2}, true); });
  entry("dtype", {}, []() {
    return results({{"y0", full({2}, 7, f64)},
                    {"y1", full({}, __builtin_nan(""))},
                    {"y2", full({2}, (1LL << 53) + 1)}});
  });
  entry("extent", {f64({n, 2})}, [&](Tensor x) { return full({2}, n); });
  entry("tensor", {f64({})}, [](Tensor x) { return full({2, 3}, x); });
  entry("tensor_live", {f32({}), f32({n, 2})},
        [&](Tensor x, Tensor y) { return full({n, 2}, x) * y; });
  entry("new", {f64({3, 2})}, [](Tensor x) { return x.new_full({2}, 3); });
  entry("second", {f64({})}, [](Tensor x) { return grad(square(full({2}, x)).sum(), x); });
}
