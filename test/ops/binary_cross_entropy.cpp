// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/binary_cross_entropy.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(binary_cross_entropy) {
  Dim n = dim("n", 5);
  entry("mean", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return binary_cross_entropy(x, y); });
  entry("sum", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return binary_cross_entropy(x, y, Reduction::sum); });
  entry("none", {f32({2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return binary_cross_entropy(x, y, Reduction::none); });
  entry("scalar", {f64({}), f64({})},
        [](Tensor x, Tensor y) { return binary_cross_entropy(x, y); });
  entry("nothing", {f64({0, 2}), f64({0, 2})},
        [](Tensor x, Tensor y) { return binary_cross_entropy(x, y); });
  entry("live", {f64({n, 2}), f64({n, 2})},
        [](Tensor x, Tensor y) { return binary_cross_entropy(x, y); });
  entry("second", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) {
    Tensor z = binary_cross_entropy(x, y, Reduction::none);
    return grad((z * z).sum(), x);
  });
  entry("weight", {f64({2, 3}), f64({2, 3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return binary_cross_entropy(x, y, {.weight = z}); });
  entry("weight_of_elements", {f32({2, 2}), f32({2, 2}), f32({2, 2})},
        [](Tensor x, Tensor y, Tensor z) {
          return binary_cross_entropy(x, y, {.weight = z, .reduction = Reduction::none});
        });
  entry("certain", {f64({4}), f64({4})},
        [](Tensor x, Tensor y) { return binary_cross_entropy(x, y, Reduction::none); });
  entry("gradient_of_certain", {f64({4}), f64({4})},
        [](Tensor x, Tensor y) { return grad(binary_cross_entropy(x, y, Reduction::sum), x); });
}
