// RUN: dlc --emit=trace %s -o - | dlc-check --cases=%S/torch/nn_batch_norm.cases -
// nn::BatchNorm1d, 2d and 3d: what they give and what they keep, call after call.
#include <dlc/dlc.h>
using namespace dlc;

struct Net : nn::Module {
  nn::BatchNorm1d rows{3}, average{3, {.momentum = -1}};
  nn::BatchNorm1d sequences{2, {.eps = 0.1, .momentum = 0.5}};
  nn::BatchNorm2d images{2, {.affine = false}}, bare{2, {.track_running_stats = false}};
  nn::BatchNorm3d volumes{2, {.track_running_stats = false}};
  DLC_MODULE(rows, average, sequences, images, bare, volumes)
  Tensor forward(Tensor x) { return x; }
};

template <class Norm> Results withState(Norm &norm, Tensor x) {
  Tensor y = norm(x);
  return results({{"y", y},
                  {"mean", norm.running_mean},
                  {"var", norm.running_var},
                  {"batches", norm.num_batches_tracked}});
}

DLC_PROGRAM(nn_batch_norm) {
  set_default_dtype(f64);
  Net net;
  entry("rows", {f64({4, 3})}, [&](Tensor x) { return withState(net.rows, x); });
  entry("sequences", {f64({2, 2, 3})}, [&](Tensor x) { return withState(net.sequences, x); });
  entry("plain_average", {f64({4, 3})}, [&](Tensor x) { return withState(net.average, x); });
  entry("images", {f64({2, 2, 2, 3})}, [&](Tensor x) { return withState(net.images, x); });
  entry("volumes", {f64({2, 2, 2, 1, 2})}, [&](Tensor x) { return net.volumes(x); });
  entry("trained_then_used", {f64({4, 3})}, [&](Tensor x) {
    net.rows(x);
    net.eval();
    return net.rows(x);
  });
  entry("never_trained", {f64({1, 3})}, [&](Tensor x) {
    net.eval();
    return net.rows(x);
  });
  entry("without_statistics", {f64({2, 2, 2, 1})}, [&](Tensor x) {
    net.eval();
    return net.bare(x);
  });
}
