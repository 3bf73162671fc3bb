// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/index.cases -
// x[...], x(...) and x.index({...}).
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(index) {
  Dim n = dim("n", 5);
  entry("half", {f16({5, 2})}, [](Tensor x) { return x(Slice(1, 4, 2), 1); });
  entry("number", {f64({2, 3, 4})}, [](Tensor x) { return x[-1]; });
  entry("range", {f64({5, 2})}, [](Tensor x) { return x[Slice(1, 4)]; });
  entry("stepped", {f64({7, 2})}, [](Tensor x) { return x(Slice(1, None, 2), 1); });
  entry("everything", {f64({2, 6, 3, 2})},
        [](Tensor x) { return x.index({0, Slice(1, None, 2), Ellipsis, None, -1}); });
  entry("ellipsis", {f64({2, 3, 4})}, [](Tensor x) { return x(Ellipsis, 2); });
  entry("ellipsis_of_nothing", {f64({2, 2})}, [](Tensor x) { return x(0, Ellipsis, 1); });
  entry("new_dims", {f64({2, 3})}, [](Tensor x) { return x(None, Slice(), None); });
  entry("negative_bounds", {f64({6})}, [](Tensor x) { return x[Slice(-4, -1)]; });
  entry("beyond", {f64({4})}, [](Tensor x) { return x[Slice(2, 100)]; });
  entry("empty", {f64({4})}, [](Tensor x) { return x[Slice(3, 1)]; });
  entry("only_ellipsis", {f64({2, 2})}, [](Tensor x) { return x[Ellipsis] * x[None]; });
  entry("live", {f64({n, 4})}, [](Tensor x) { return x(Slice(), Slice(None, None, 3)); });
  entry("live_size", {f32({n, 4})}, [](Tensor x) { return x(Slice(0, x.size(0)), 1); });
  entry("indices", {f64({3, 4}), i64({3})},
        [](Tensor x, Tensor y) { return x(Slice(1, None), y); });
  entry("indices_after_number", {f64({2, 3, 4}), i64({2})},
        [](Tensor x, Tensor y) { return x(0, Ellipsis, y); });
  entry("chained", {f64({3, 4})}, [](Tensor x) { return x[1][Slice(1, 3)]; });
  entry("second", {f64({3, 4}), i64({3})},
        [](Tensor x, Tensor i) { return grad(square(x(Slice(1, None), i)).sum(), x); });
}
