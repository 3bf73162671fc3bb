// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/cat.cases -
// Also concat.
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(cat) {
  Dim n = dim("n", 5);
  entry("bytes", {u8({2}), u8({3})}, [](Tensor x, Tensor y) { return cat({x, y}); });
  entry("half", {f16({2, 3}), f16({2, 1})}, [](Tensor x, Tensor y) { return cat({x, y}, 1); });
  entry("rows", {f64({2, 3}), f64({1, 3})}, [](Tensor x, Tensor y) { return cat({x, y}); });
  entry("last", {f64({2, 3}), f64({2, 1})}, [](Tensor x, Tensor y) { return cat({x, y, x}, -1); });
  entry("one", {f64({2})}, [](Tensor x) { return cat({x}) * 2; });
  entry("empty", {f64({2, 3}), f64({0, 3})}, [](Tensor x, Tensor y) { return cat({y, x, y}); });
  entry("legacy_empty", {f64({2, 3}), f64({0})},
        [](Tensor x, Tensor y) { return cat({y, x}, 1) * 2; });
  entry("promoted", {f64({2}), i64({2})}, [](Tensor x, Tensor y) { return cat({y, x}); });
  entry("live", {f64({n, 2}), f64({n, 3})},
        [](Tensor x, Tensor y) { return cat({x.exp(), y}, 1); });
  entry("in_a_loop", {f32({2, 2})}, [](Tensor x) {
    Tensors list;
    for (int i = 0; i < 3; ++i)
      list.append(x * i);
    return cat(list, 1);
  });
  entry("masks", {boolean({2}), boolean({3})}, [](Tensor x, Tensor y) { return cat({x, y}); });
  entry("concat", {f64({2}), f64({1})}, [](Tensor x, Tensor y) { return concat({x, y}); });
  entry("second", {f64({2}), f64({3})}, [](Tensor x, Tensor y) {
    Tensor c = cat({x, y});
    return grad((c * c * c).sum(), x);
  });
}
