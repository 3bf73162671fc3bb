// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/while_loop.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(while_loops) {
  // Doubling until a norm is passed.
  entry("doubled", {f64({3})}, [](Tensor x) {
    auto small = [](Tensor x) { return square(x).sum() < 100.0; };
    return while_loop(small, [](Tensor x) { return x * 2; }, x, 20)[0];
  });
  entry("counted", {f64({3})}, [](Tensor x) {
    auto [rest, steps] = [&] {
      Tensors last = while_loop([](Tensors c) { return c[1] < 5; },
                                [](Tensors c) { return Tensors{c[0] * 0.5, c[1] + 1}; },
                                Tensors{x, zeros({}, i64)}, 20);
      struct {
        Tensor rest, steps;
      } both{last[0], last[1]};
      return both;
    }();
    return results({{"x", rest}, {"steps", steps}});
  });
  entry("never", {f64({3})}, [](Tensor x) {
    return while_loop([](Tensor x) { return x.sum() > 1e9; }, [](Tensor x) { return x * 2; }, x,
                      3)[0];
  });
  entry("at_most", {f64({3})}, [](Tensor x) {
    return while_loop([](Tensor x) { return x.sum() < 1e9; }, [](Tensor x) { return x * 2; }, x,
                      3)[0];
  });
  entry("second", {f64({3})}, [](Tensor x) {
    auto small = [](Tensor x) { return square(x).sum() < 5.0; };
    return grad(
        square(while_loop(small, [](Tensor x) { return x * x.tanh() * 3; }, x, 4)[0]).sum(), x);
  });
}
