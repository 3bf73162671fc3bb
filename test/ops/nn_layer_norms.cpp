// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/nn_layer_norms.cases -
// nn::LayerNorm, RMSNorm, GroupNorm and LocalResponseNorm.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::LayerNorm layer{4}, two{{2, 3}, {.eps = 0.1, .elementwise_affine = false}};
  nn::RMSNorm rms{4}, eps{{2, 2}, {.eps = 0.5}};
  nn::GroupNorm group{2, 4}, plain{2, 4, {.eps = 0.1, .affine = false}};
  nn::LocalResponseNorm response{3, {.alpha = 0.5}};
  DLC_MODULE(layer, two, rms, eps, group, plain, response)
  Tensor forward(Tensor x) { return x; }
};

DLC_PROGRAM(nn_layer_norms) {
  set_default_dtype(f64);
  Net net;
  entry("layer", {f64({2, 4})}, [&](Tensor x) { return net.layer(x); });
  entry("layer_of_two_dims", {f64({2, 2, 3})}, [&](Tensor x) { return net.two(x); });
  entry("rms", {f64({2, 4})}, [&](Tensor x) { return net.rms(x); });
  entry("rms_eps", {f64({3, 2, 2})}, [&](Tensor x) { return net.eps(x); });
  entry("group", {f64({2, 4, 3})}, [&](Tensor x) { return net.group(x); });
  entry("group_without_affine", {f64({2, 4, 3})}, [&](Tensor x) { return net.plain(x); });
  entry("local_response", {f64({1, 4, 2})}, [&](Tensor x) { return net.response(x); });
}
