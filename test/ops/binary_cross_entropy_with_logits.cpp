// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/binary_cross_entropy_with_logits.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(binary_cross_entropy_with_logits) {
  Dim n = dim("n", 5);
  entry("mean", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return binary_cross_entropy_with_logits(x, y); });
  entry("sum", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return binary_cross_entropy_with_logits(x, y, Reduction::sum); });
  entry("none", {f32({2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return binary_cross_entropy_with_logits(x, y, Reduction::none); });
  entry("scalar", {f64({}), f64({})},
        [](Tensor x, Tensor y) { return binary_cross_entropy_with_logits(x, y); });
  entry("nothing", {f64({0, 2}), f64({0, 2})},
        [](Tensor x, Tensor y) { return binary_cross_entropy_with_logits(x, y); });
  entry("live", {f64({n, 2}), f64({n, 2})},
        [](Tensor x, Tensor y) { return binary_cross_entropy_with_logits(x, y); });
  entry("second", {f64({2, 3}), f64({2, 3})}, [](Tensor x, Tensor y) {
    Tensor z = binary_cross_entropy_with_logits(x, y, Reduction::none);
    return grad((z * z).sum(), x);
  });
  entry("weight", {f64({2, 3}), f64({2, 3}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    return binary_cross_entropy_with_logits(x, y, {.weight = z});
  });
  entry("pos_weight", {f64({2, 3}), f64({2, 3}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    return binary_cross_entropy_with_logits(x, y, {.pos_weight = z});
  });
  entry("both", {f32({2, 2}), f32({2, 2}), f32({2, 1}), f32({2})},
        [](Tensor x, Tensor y, Tensor z, Tensor w) {
          return binary_cross_entropy_with_logits(
              x, y, {.weight = z, .reduction = Reduction::none, .pos_weight = w});
        });
  entry("certain", {f64({4}), f64({4})}, [](Tensor x, Tensor y) {
    return 1e9 * binary_cross_entropy_with_logits(x, y, Reduction::none);
  });
  entry("large", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return binary_cross_entropy_with_logits(x, y, Reduction::none); });
  entry("gradient_of_large", {f64({2, 3}), f64({2, 3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) {
          return grad(binary_cross_entropy_with_logits(x, y, {.pos_weight = z}), x);
        });
}
