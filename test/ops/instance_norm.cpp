// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/instance_norm.cases -
#include <dlc/dlc.h>
using namespace dlc;

struct Running : nn::Module {
  Buffer mean{{3}, init::zeros(), f64}, var{{3}, init::ones(), f64};
  DLC_MODULE(mean, var)
  Tensor forward(Tensor x) { return x; }
};

DLC_PROGRAM(instance_norm) {
  Dim n = dim("n", 5);
  Running state;
  entry("plain", {f64({2, 3, 4})}, [](Tensor x) { return instance_norm(x); });
  entry("affine", {f64({2, 3, 2, 2}), f64({3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return instance_norm(x, {.weight = y, .bias = z}); });
  entry("single", {f32({2, 2, 3})}, [](Tensor x) { return instance_norm(x, {.eps = 0.1}); });
  entry("live", {f64({n, 2, 3})}, [](Tensor x) { return instance_norm(x); });
  entry("live_behind", {f64({2, 2, n})}, [](Tensor x) { return instance_norm(x); });
  entry("second", {f64({1, 2, 3})}, [](Tensor x) {
    Tensor v = instance_norm(x, {.eps = 0.1});
    return grad((v * v * v).sum(), x);
  });
  entry("running", {f64({2, 3, 4})}, [&](Tensor x) {
    Tensor y = instance_norm(x, state.mean, state.var, {.momentum = 0.3});
    return results({{"y", y}, {"mean", state.mean}, {"var", state.var}});
  });
  entry("fixed", {f64({2, 3, 4}), f64({3}), f64({3})}, [&](Tensor x, Tensor mean, Tensor var) {
    state.mean.copy_(mean);
    state.var.copy_(var);
    return instance_norm(x, state.mean, state.var, {.use_input_stats = false});
  });
  entry("live_running", {f64({n, 3, 2})}, [&](Tensor x) {
    Tensor y = instance_norm(x, state.mean, state.var);
    return results({{"y", y}, {"mean", state.mean}, {"var", state.var}});
  });
}
