// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/nn_instance_norm.cases -
// nn::InstanceNorm1d, 2d and 3d.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::InstanceNorm1d sequences{2}, tracked{2, {.track_running_stats = true}};
  nn::InstanceNorm2d images{2, {.momentum = 0.3, .affine = true, .track_running_stats = true}};
  nn::InstanceNorm3d volumes{2, {.eps = 0.1}};
  DLC_MODULE(sequences, tracked, images, volumes)
  Tensor forward(Tensor x) { return x; }
};

DLC_PROGRAM(nn_instance_norm) {
  set_default_dtype(f64);
  Net net;
  entry("sequences", {f64({2, 2, 3})}, [&](Tensor x) { return net.sequences(x); });
  entry("images", {f64({2, 2, 2, 2})}, [&](Tensor x) {
    Tensor y = net.images(x);
    return results({{"y", y},
                    {"mean", net.images.running_mean},
                    {"var", net.images.running_var},
                    {"batches", net.images.num_batches_tracked}});
  });
  entry("volumes", {f64({1, 2, 2, 2, 1})}, [&](Tensor x) { return net.volumes(x); });
  entry("used", {f64({2, 2, 3})}, [&](Tensor x) {
    net.eval();
    return net.tracked(x);
  });
}
