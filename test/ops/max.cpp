// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/max.cases -
#include <dlc/dlc.h>
using namespace dlc;

DLC_PROGRAM(max) {
  Dim n = dim("n", 5);
  entry("all", {f64({2, 3})}, [](Tensor x) { return max(x); });
  entry("ties", {f64({4})}, [](Tensor x) { return grad(x.max(), x); });
  entry("dim", {f64({3, 4})}, [](Tensor x) {
    auto [values, indices] = max(x, 1);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("kept", {f32({3, 4, 2})}, [](Tensor x) {
    auto [values, indices] = x.max(1, /*keepdim=*/true);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("first", {f64({3, 4})}, [](Tensor x) {
    auto [values, indices] = x.max(0);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("ties_along_dim", {f64({2, 4})}, [](Tensor x) { return grad(max(x, 1).values.sum(), x); });
  entry("second", {f64({2, 3})}, [](Tensor x) {
    Tensor y = x.max(1).values;
    return grad((y * y).sum(), x);
  });
  entry("live", {f64({n, 3})}, [](Tensor x) {
    auto [values, indices] = max(x, 0);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("live_rows", {f64({n, 3})}, [](Tensor x) {
    auto [values, indices] = max(x, -1);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("not_a_number", {f32({3, 3})}, [](Tensor x) {
    auto [values, indices] = max(x, 1);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("ints", {i32({2, 3})}, [](Tensor x) {
    auto [values, indices] = max(x, 1);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("masks", {boolean({4, 2})}, [](Tensor x) {
    auto [values, indices] = max(x, 1);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("scalar", {f64({})}, [](Tensor x) {
    auto [values, indices] = max(x, 0);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("half", {bf16({2, 3})}, [](Tensor x) {
    auto [values, indices] = max(x, 1);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("bytes", {u8({2, 3})}, [](Tensor x) {
    auto [values, indices] = max(x, 1);
    return results({{"values", values}, {"indices", indices}});
  });
  entry("of_two", {f64({2, 3}), f64({3})}, [](Tensor x, Tensor y) { return max(x, y); });
  entry("of_two_as_method", {f32({2, 3}), f32({2, 1})},
        [](Tensor x, Tensor y) { return x.max(y); });
}
