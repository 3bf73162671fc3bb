// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/cross_entropy.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(cross_entropy) {
  Dim n = dim("n", 5);
  entry("mean", {f64({3, 4}), i64({3})}, [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("sum", {f64({3, 4}), i64({3})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y, Reduction::sum); });
  entry("none", {f32({3, 4}), i32({3})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y, {.reduction = Reduction::none}); });
  entry("weight", {f64({3, 4}), i64({3}), f64({4})},
        [](Tensor x, Tensor y, Tensor z) { return cross_entropy(x, y, {.weight = z}); });
  entry("ignore_index", {f64({4, 3}), i64({4}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    return cross_entropy(x, y, {.weight = z, .ignore_index = 1});
  });
  entry("ignored_by_default", {f64({4, 3}), i64({4})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("all_ignored", {f64({2, 3}), i64({2})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("label_smoothing", {f64({3, 4}), i64({3})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y, {.label_smoothing = 0.2}); });
  entry("smoothing_and_ignored", {f64({4, 3}), i64({4})}, [](Tensor x, Tensor y) {
    return cross_entropy(x, y, {.ignore_index = 0, .label_smoothing = 0.3});
  });
  entry("smoothing_and_weight", {f64({4, 3}), i64({4}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) {
          return cross_entropy(x, y, {.weight = z, .ignore_index = 2, .label_smoothing = 0.3});
        });
  entry("smoothing_none", {f64({4, 3}), i64({4}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    return cross_entropy(x, y, {.weight = z, .reduction = Reduction::none, .label_smoothing = 0.3});
  });
  entry("image", {f64({2, 3, 2, 2}), i64({2, 2, 2}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    return cross_entropy(x, y, {.weight = z, .ignore_index = 1, .label_smoothing = 0.1});
  });
  entry("sequence", {f32({2, 3, 4}), i64({2, 4})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("classes_last", {f64({2, 2, 3}), i64({2, 2})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("one_row", {f64({3}), i64({})}, [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("probabilities", {f64({2, 3}), f64({2, 3})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("probabilities_none", {f32({2, 3}), f32({2, 3})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y, Reduction::none); });
  entry("probabilities_weighted", {f64({2, 3, 2}), f64({2, 3, 2}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) {
          return cross_entropy(x, y, {.weight = z, .label_smoothing = 0.2});
        });
  entry("probabilities_of_one_row", {f64({3}), f64({3})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y, Reduction::sum); });
  entry("large", {f32({2, 3}), i64({2})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y, Reduction::none); });
  entry("live", {f64({n, 3}), i64({n})}, [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("live_ignored", {f64({n, 3}), i64({n}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    return cross_entropy(x, y, {.weight = z, .ignore_index = 0, .label_smoothing = 0.1});
  });
  entry("live_probabilities", {f64({n, 3}), f64({n, 3})},
        [](Tensor x, Tensor y) { return cross_entropy(x, y); });
  entry("second", {f64({2, 3}), i64({2})}, [](Tensor x, Tensor y) {
    Tensor z = cross_entropy(x, y, Reduction::none);
    return grad((z * z).sum(), x);
  });
}
