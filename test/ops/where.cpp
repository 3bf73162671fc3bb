// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/where.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(test_where) {
  Dim n = dim("n", 5);
  entry("doubles", {boolean({4}), f64({4}), f64({4})},
        [](Tensor m, Tensor x, Tensor y) { return where(m, x, y); });
  entry("singles", {boolean({4}), f32({4}), f32({4})},
        [](Tensor m, Tensor x, Tensor y) { return x.where(m, y); });
  entry("broadcast", {boolean({4}), f64({3, 1}), f64({2, 1, 1})},
        [](Tensor m, Tensor x, Tensor y) { return where(m, x, y); });
  entry("number", {boolean({4}), f64({3, 4})}, [](Tensor m, Tensor x) { return where(m, x, 0); });
  entry("numbers", {boolean({4})}, [](Tensor m) { return where(m, 1, 0); });
  entry("mixed", {boolean({4}), i64({4}), f32({4})},
        [](Tensor m, Tensor x, Tensor y) { return where(m, x, y); });
  entry("bools", {boolean({4}), boolean({4}), boolean({4})},
        [](Tensor m, Tensor x, Tensor y) { return where(m, x, y); });
  entry("live", {boolean({3}), f64({n, 3}), f64({3})},
        [](Tensor m, Tensor x, Tensor y) { return where(m, x, y); });
  entry("scalar", {boolean({}), f64({}), f64({})},
        [](Tensor m, Tensor x, Tensor y) { return where(m, x, y); });
  entry("nothing", {boolean({0}), f64({0}), f64({0})},
        [](Tensor m, Tensor x, Tensor y) { return where(m, x, y); });
  entry("not_taken", {f64({2})}, [](Tensor x) { return grad(where(x > 0, x, log(-x)).sum(), x); });
  entry("second", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor y) {
    Tensors g = grad(square(where(x > 0, x * y, y)).sum(), {x, y});
    return results({{"dx", g[0]}, {"dy", g[1]}});
  });
}
