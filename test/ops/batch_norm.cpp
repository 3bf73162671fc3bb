// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/batch_norm.cases -
#include <dlc/dlc.h>
using namespace dlc;

struct Running : nn::Module {
  Buffer mean{{3}, init::zeros(), f64}, var{{3}, init::ones(), f64};
  DLC_MODULE(mean, var)
  Tensor forward(Tensor x) { return x; }
};

DLC_PROGRAM(batch_norm) {
  Dim n = dim("n", 5);
  Running state;
  entry("rows", {f64({4, 3})}, [](Tensor x) { return batch_norm(x); });
  entry("affine", {f64({2, 3, 2}), f64({3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return batch_norm(x, {.weight = y, .bias = z}); });
  entry("images", {f32({2, 2, 2, 3}), f32({2}), f32({2})}, [](Tensor x, Tensor y, Tensor z) {
    return batch_norm(x, {.weight = y, .bias = z, .eps = 0.1});
  });
  entry("volumes", {f64({2, 2, 2, 1, 2})}, [](Tensor x) { return batch_norm(x); });
  entry("large_mean", {f64({4, 1})}, [](Tensor x) { return batch_norm(x); });
  entry("one_row", {f64({1, 2, 3})}, [](Tensor x) { return batch_norm(x); });
  entry("live", {f64({n, 3}), f64({3}), f64({3})},
        [](Tensor x, Tensor y, Tensor z) { return batch_norm(x, {.weight = y, .bias = z}); });
  entry("live_one", {f64({n, 2}), f64({2})},
        [](Tensor x, Tensor y) { return batch_norm(x, {.bias = y}); });
  entry("live_images", {f64({n, 2, 2, 2})}, [](Tensor x) { return batch_norm(x); });
  entry("half", {f16({4, 2}), f32({2})},
        [](Tensor x, Tensor y) { return batch_norm(x, {.bias = y}); });
  entry("second", {f64({3, 2})}, [](Tensor x) {
    Tensor v = batch_norm(x, {.eps = 0.1});
    return grad((v * v * v).sum(), x);
  });
  // Statistics that move, with the calls that come one after the other.
  entry("running", {f64({4, 3})}, [&](Tensor x) {
    Tensor y = batch_norm(x, state.mean, state.var, {.training = true, .momentum = 0.3});
    return results({{"y", y}, {"mean", state.mean}, {"var", state.var}});
  });
  entry("fixed", {f64({4, 3}), f64({3}), f64({3})}, [&](Tensor x, Tensor mean, Tensor var) {
    state.mean.copy_(mean);
    state.var.copy_(var);
    Tensor y = batch_norm(x, state.mean, state.var, {.weight = var, .bias = mean});
    return results({{"y", y}, {"mean", state.mean}, {"var", state.var}});
  });
  entry("live_running", {f64({n, 3})}, [&](Tensor x) {
    Tensor y = batch_norm(x, state.mean, state.var, {.training = true});
    return results({{"y", y}, {"mean", state.mean}, {"var", state.var}});
  });
  // One value a channel leaves them alone.
  entry("live_still", {f64({n, 3})}, [&](Tensor x) {
    Tensor y = batch_norm(x, state.mean, state.var, {.training = true});
    return results({{"y", y}, {"mean", state.mean}, {"var", state.var}});
  });
}
