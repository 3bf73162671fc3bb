// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/tensor.cases -
#include <dlc/dlc.h>
using namespace dlc;

static Tensor weights();

struct Scale : nn::Module {
  Parameter w{weights()};
  DLC_MODULE(w)
  Tensor forward(Tensor x) { return w * x; }
};

static Tensor weights() { return tensor({{0.5, -1.0, 2.0}, {3.0, 0.25, -4.0}}, f64); }

DLC_PROGRAM(test_tensor) {
  Dim n = dim("n", 5);
  entry("scalars", {},
        []() { return results({{"y0", tensor(2.5)}, {"y1", tensor(3)}, {"y2", tensor(true)}}); });
  entry("vectors", {}, []() {
    return results({{"y0", tensor({1.0, 2.0, -0.5})},
                    {"y1", tensor({1LL, 2LL, (1LL << 60) + 1})},
                    {"y2", tensor({true, false})}});
  });
  entry("mixed", {}, []() { return tensor({1, 2.5, 3}); });
  entry("nested", {}, []() {
    return results({{"y0", tensor({{1.0, 2.0, 3.0}, {4.0, 5.0, 6.0}})},
                    {"y1", tensor({{{1}, {2}}, {{3}, {4}}})}});
  });
  entry("dtypes", {}, []() {
    return results({{"y0", tensor({1, 2}, f64)},
                    {"y1", tensor({1.7, -1.7}, i64)},
                    {"y2", tensor({0.0, 3.0}, boolean)}});
  });
  entry("special", {},
        []() { return tensor({__builtin_nan(""), __builtin_inf(), -__builtin_inf()}); });
  entry("none", {}, []() { return results({{"y0", tensor({})}, {"y1", tensor({{}, {}})}}); });
  entry("same", {}, []() { return tensor({{7, 7}, {7, 7}}); });
  entry("multiplied", {f64({4, 2})}, [](Tensor x) { return matmul(x, weights()); });
  entry("transposed", {f64({4, 3, 2})}, [](Tensor x) { return x + weights().t(); });
  entry("live", {f64({n, 3})}, [](Tensor x) { return x * weights()[0]; });
  entry("reshaped", {f64({6})}, [](Tensor x) { return x + weights().reshape(6); });
  entry("reduced", {f64({2, 3})}, [](Tensor x) { return (x * weights()).sum(1); });
  entry("chosen", {f64({2, 3})},
        [](Tensor x) { return where(tensor({{true, false, true}}), x, -x); });
  entry("given_out", {}, []() { return results({{"y0", weights()}, {"y1", weights()}}); });
  Scale scale;
  entry("as_start", {f64({3})}, [&](Tensor x) { return scale(x); });
  entry("second", {f64({2, 3})}, [](Tensor x) { return grad(square(x * x * weights()).sum(), x); });
}
