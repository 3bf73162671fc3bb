//===- Norms.cpp - layers that normalise ----------------------------------===//
#include "dlc/nn.h"
#include "frontend/ops/Normalization.h"

using namespace mlir;

namespace dlc::nn {
static Tensor orNone(const Parameter &parameter) {
  return parameter.defined() ? Tensor(parameter) : Tensor();
}

RunningNormModule::RunningNormModule(const char *name, Int channels, BatchNormModuleOptions options,
                                     bool rows, int minRank, int maxRank)
    : name(name), options(options), rows(rows), minRank(minRank), maxRank(maxRank) {
  if (options.affine) {
    weight = Parameter({channels}, init::ones());
    bias = Parameter({channels}, init::zeros());
  }
  if (options.track_running_stats) {
    running_mean = Buffer({channels}, init::zeros());
    running_var = Buffer({channels}, init::ones());
    num_batches_tracked = Buffer({}, init::zeros(), i64);
  }
}

Tensor RunningNormModule::forward(Tensor x) {
  if (x.dim() < minRank || x.dim() > maxRank)
    fail("`" + Twine(name) + "` of " + ir::describe(typeOf(x)) + "; it takes " + Twine(minRank) +
         (minRank < maxRank ? " or " + Twine(maxRank) : Twine()) + " dims, [N, C, ...]");
  bool tracks = running_mean.defined(), moves = training && tracks;
  Operand momentum = options.momentum;
  if (moves && !rows) { // PyTorch's instance normalisation does not count
    num_batches_tracked += 1;
    if (options.momentum < 0)
      momentum = (1.0 / num_batches_tracked).to(running_mean.dtype());
  }
  return runningNorm({rows ? "instance_norm" : "batch_norm", rows, training || !tracks, moves,
                      options.eps, momentum},
                     x, &running_mean, &running_var, orNone(weight), orNone(bias));
}

LayerNorm::LayerNorm(const Shape &shape, LayerNormModuleOptions options)
    : normalizedShape(shape), eps(options.eps) {
  if (options.elementwise_affine)
    weight = Parameter(shape, init::ones());
  if (options.elementwise_affine && options.bias)
    bias = Parameter(shape, init::zeros());
}
Tensor LayerNorm::forward(Tensor x) {
  return layer_norm(x, normalizedShape,
                    {.weight = orNone(weight), .bias = orNone(bias), .eps = eps});
}

RMSNorm::RMSNorm(const Shape &shape, RMSNormOptions options)
    : normalizedShape(shape), eps(options.eps) {
  if (options.elementwise_affine)
    weight = Parameter(shape, init::ones());
}
Tensor RMSNorm::forward(Tensor x) {
  return rms_norm(x, normalizedShape, {.weight = orNone(weight), .eps = eps});
}

GroupNorm::GroupNorm(Int groups, Int channels, GroupNormModuleOptions options)
    : groups(groups), eps(options.eps) {
  if (options.affine) {
    weight = Parameter({channels}, init::ones());
    bias = Parameter({channels}, init::zeros());
  }
}
Tensor GroupNorm::forward(Tensor x) {
  return group_norm(x, groups, {.weight = orNone(weight), .bias = orNone(bias), .eps = eps});
}

Tensor LocalResponseNorm::forward(Tensor x) { return local_response_norm(x, size, options); }
} // namespace dlc::nn
