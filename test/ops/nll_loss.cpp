// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/nll_loss.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(nll_loss) {
  Dim n = dim("n", 5);
  entry("mean", {f64({3, 4}), i64({3})}, [](Tensor x, Tensor y) { return nll_loss(x, y); });
  entry("sum", {f64({3, 4}), i64({3})},
        [](Tensor x, Tensor y) { return nll_loss(x, y, Reduction::sum); });
  entry("none", {f32({3, 4}), i32({3})},
        [](Tensor x, Tensor y) { return nll_loss(x, y, Reduction::none); });
  entry("weight", {f64({3, 4}), i64({3}), f64({4})},
        [](Tensor x, Tensor y, Tensor z) { return nll_loss(x, y, {.weight = z}); });
  entry("weight_none", {f64({3, 4}), i64({3}), f64({4})}, [](Tensor x, Tensor y, Tensor z) {
    return nll_loss(x, y, {.weight = z, .reduction = Reduction::none});
  });
  entry("ignore_index", {f64({4, 3}), i64({4}), f64({3})}, [](Tensor x, Tensor y, Tensor z) {
    return nll_loss(x, y, {.weight = z, .ignore_index = 1});
  });
  entry("ignored_by_default", {f64({4, 3}), i64({4})},
        [](Tensor x, Tensor y) { return nll_loss(x, y); });
  entry("all_ignored", {f64({2, 3}), i64({2})}, [](Tensor x, Tensor y) { return nll_loss(x, y); });
  entry("sum_of_ignored", {f64({2, 3}), i64({2})},
        [](Tensor x, Tensor y) { return nll_loss(x, y, Reduction::sum); });
  entry("image", {f64({2, 3, 2, 2}), i64({2, 2, 2}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return nll_loss(x, y, {.weight = z}); });
  entry("classes_last", {f64({2, 2, 3}), i64({2, 2})},
        [](Tensor x, Tensor y) { return nll_loss(x, y, Reduction::none); });
  entry("one_row", {f64({3}), i64({})}, [](Tensor x, Tensor y) { return nll_loss(x, y); });
  entry("infinite", {f64({2, 2}), i64({2})}, [](Tensor x, Tensor y) { return nll_loss(x, y); });
  entry("live", {f64({n, 3}), i64({n})}, [](Tensor x, Tensor y) { return nll_loss(x, y); });
  entry("live_weight", {f64({n, 3}), i64({n}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return nll_loss(x, y, {.weight = z}); });
  entry("second", {f64({2, 3}), i64({2})},
        [](Tensor x, Tensor t) { return grad(square(nll_loss(x, t, Reduction::none)).sum(), x); });
}
