//===- norm.h - layers that normalise ---------------------------*- C++ -*-===//
// PyTorch's, with its names in the state dict. The functions of ops/normalization.h say what they
// compute.
#ifndef DLC_NN_NORM_H
#define DLC_NN_NORM_H
#include "dlc/nn/module.h"
#include "dlc/ops.h"

namespace dlc::nn {
struct BatchNormModuleOptions {
  double eps = 1e-5;
  double momentum = 0.1; // below 0, PyTorch's None: the plain average of all batches
  bool affine = true;
  bool track_running_stats = true;
};
/// What the layers of batch and instance normalisation share.
class RunningNormModule : public Module {
public:
  DLC_MODULE(weight, bias, running_mean, running_var, num_batches_tracked)
  Tensor forward(Tensor x);

  Parameter weight, bias;           // [C], empty without affine
  Buffer running_mean, running_var; // [C], empty unless they are tracked
  Buffer num_batches_tracked;       // i64

protected:
  RunningNormModule(const char *name, Int channels, BatchNormModuleOptions options, bool rows,
                    int minRank, int maxRank);

private:
  const char *name;
  BatchNormModuleOptions options;
  bool rows;
  int minRank, maxRank;
};

/// Of [N, C] or [N, C, L].
struct BatchNorm1d : RunningNormModule {
  explicit BatchNorm1d(Int channels, BatchNormModuleOptions options = {})
      : RunningNormModule("BatchNorm1d", channels, options, false, 2, 3) {}
};
/// Of [N, C, H, W].
struct BatchNorm2d : RunningNormModule {
  explicit BatchNorm2d(Int channels, BatchNormModuleOptions options = {})
      : RunningNormModule("BatchNorm2d", channels, options, false, 4, 4) {}
};
/// Of [N, C, D, H, W].
struct BatchNorm3d : RunningNormModule {
  explicit BatchNorm3d(Int channels, BatchNormModuleOptions options = {})
      : RunningNormModule("BatchNorm3d", channels, options, false, 5, 5) {}
};

struct InstanceNormModuleOptions {
  double eps = 1e-5, momentum = 0.1;
  bool affine = false, track_running_stats = false;
  operator BatchNormModuleOptions() const { return {eps, momentum, affine, track_running_stats}; }
};
/// Of [N, C, L].
struct InstanceNorm1d : RunningNormModule {
  explicit InstanceNorm1d(Int channels, InstanceNormModuleOptions options = {})
      : RunningNormModule("InstanceNorm1d", channels, options, true, 3, 3) {}
};
/// Of [N, C, H, W].
struct InstanceNorm2d : RunningNormModule {
  explicit InstanceNorm2d(Int channels, InstanceNormModuleOptions options = {})
      : RunningNormModule("InstanceNorm2d", channels, options, true, 4, 4) {}
};
/// Of [N, C, D, H, W].
struct InstanceNorm3d : RunningNormModule {
  explicit InstanceNorm3d(Int channels, InstanceNormModuleOptions options = {})
      : RunningNormModule("InstanceNorm3d", channels, options, true, 5, 5) {}
};

struct LayerNormModuleOptions {
  double eps = 1e-5;
  bool elementwise_affine = true, bias = true;
};
struct LayerNorm : Module {
  explicit LayerNorm(const Shape &normalizedShape, LayerNormModuleOptions options = {});
  explicit LayerNorm(Int size, LayerNormModuleOptions options = {})
      : LayerNorm(Shape{size}, options) {}
  DLC_MODULE(weight, bias)
  Tensor forward(Tensor x);

  Parameter weight, bias; // of the normalised shape, empty without affine
  Shape normalizedShape;
  double eps;
};

struct RMSNormOptions {
  double eps = -1; // below 0: of the dtype
  bool elementwise_affine = true;
};
struct RMSNorm : Module {
  explicit RMSNorm(const Shape &normalizedShape, RMSNormOptions options = {});
  explicit RMSNorm(Int size, RMSNormOptions options = {}) : RMSNorm(Shape{size}, options) {}
  DLC_MODULE(weight)
  Tensor forward(Tensor x);

  Parameter weight; // of the normalised shape, empty without affine
  Shape normalizedShape;
  double eps;
};

struct GroupNormModuleOptions {
  double eps = 1e-5;
  bool affine = true;
};
struct GroupNorm : Module {
  GroupNorm(Int groups, Int channels, GroupNormModuleOptions options = {});
  DLC_MODULE(weight, bias)
  Tensor forward(Tensor x);

  Parameter weight, bias; // [C], empty without affine
  Int groups;
  double eps;
};

struct LocalResponseNorm : Module {
  explicit LocalResponseNorm(int size, LocalResponseNormOptions options = {})
      : size(size), options(options) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  int size;
  LocalResponseNormOptions options;
};
} // namespace dlc::nn
#endif
