//===- window.h - convolutions, pooling, resampling as layers ---*- C++ -*-===//
// PyTorch's layers with its defaults and its initial values. What each computes: ops/window.h.
#ifndef DLC_NN_WINDOW_H
#define DLC_NN_WINDOW_H
#include "dlc/nn/module.h"
#include "dlc/ops.h"

namespace dlc::nn {
template <int N> struct ConvOptions {
  PerDim<N> stride = 1;
  Padding<N> padding = 0;
  PerDim<N> dilation = 1;
  Int groups = 1;
  bool bias = true;
  const char *padding_mode = "zeros"; // "reflect", "replicate", "circular"
};
/// Cross-correlation of [N, C, spatial...] over N spatial dims.
template <int N> struct Conv : Module {
  Conv(Int inChannels, Int outChannels, PerDim<N> kernel, ConvOptions<N> options = {});
  DLC_MODULE(weight, bias)
  Tensor forward(Tensor x);

  Parameter weight; // [out, in / groups, kernel...]
  Parameter bias;   // [out], empty without bias
  ConvOptions<N> options;
};
using Conv1d = Conv<1>;
using Conv2d = Conv<2>;
using Conv3d = Conv<3>;
using Conv1dOptions = ConvOptions<1>;
using Conv2dOptions = ConvOptions<2>;
using Conv3dOptions = ConvOptions<3>;

template <int N> struct ConvTransposeOptions {
  PerDim<N> stride = 1, padding = 0, output_padding = 0;
  Int groups = 1;
  bool bias = true;
  PerDim<N> dilation = 1;
};
/// The gradient of a convolution as a layer.
template <int N> struct ConvTranspose : Module {
  ConvTranspose(Int inChannels, Int outChannels, PerDim<N> kernel,
                ConvTransposeOptions<N> options = {});
  DLC_MODULE(weight, bias)
  Tensor forward(Tensor x);

  Parameter weight; // [in, out / groups, kernel...]
  Parameter bias;   // [out], empty without bias
  ConvTransposeOptions<N> options;
};
using ConvTranspose1d = ConvTranspose<1>;
using ConvTranspose2d = ConvTranspose<2>;
using ConvTranspose3d = ConvTranspose<3>;

template <int N> struct MaxPool : Module {
  explicit MaxPool(PerDim<N> kernel, MaxPoolOptions<N> options = {})
      : kernel(kernel), options(options) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  PerDim<N> kernel;
  MaxPoolOptions<N> options;
};
using MaxPool1d = MaxPool<1>;
using MaxPool2d = MaxPool<2>;
using MaxPool3d = MaxPool<3>;

template <int N> struct AvgPool : Module {
  explicit AvgPool(PerDim<N> kernel, AvgPoolOptions<N> options = {})
      : kernel(kernel), options(options) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  PerDim<N> kernel;
  AvgPoolOptions<N> options;
};
using AvgPool1d = AvgPool<1>;
using AvgPool2d = AvgPool<2>;
using AvgPool3d = AvgPool<3>;

struct LPPool2dOptions {
  detail::ByName byName = {};
  Pair stride = 0; // 0: the kernel
  bool ceil_mode = false;
};
struct LPPool2d : Module {
  LPPool2d(double norm_type, Pair kernel, LPPool2dOptions options = {})
      : norm_type(norm_type), kernel(kernel), options(options) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  double norm_type;
  Pair kernel;
  LPPool2dOptions options;
};

template <int N> struct AdaptiveAvgPool : Module {
  explicit AdaptiveAvgPool(PerDim<N> size) : size(size) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  PerDim<N> size;
};
using AdaptiveAvgPool1d = AdaptiveAvgPool<1>;
using AdaptiveAvgPool2d = AdaptiveAvgPool<2>;
using AdaptiveAvgPool3d = AdaptiveAvgPool<3>;

template <int N> struct AdaptiveMaxPool : Module {
  explicit AdaptiveMaxPool(PerDim<N> size) : size(size) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  PerDim<N> size;
};
using AdaptiveMaxPool1d = AdaptiveMaxPool<1>;
using AdaptiveMaxPool2d = AdaptiveMaxPool<2>;
using AdaptiveMaxPool3d = AdaptiveMaxPool<3>;

struct Upsample : Module {
  explicit Upsample(InterpolateOptions options) : options(options) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  InterpolateOptions options;
};
struct PixelShuffle : Module {
  explicit PixelShuffle(Int upscale_factor) : upscale_factor(upscale_factor) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  Int upscale_factor;
};
struct PixelUnshuffle : Module {
  explicit PixelUnshuffle(Int downscale_factor) : downscale_factor(downscale_factor) {}
  DLC_MODULE()
  Tensor forward(Tensor x);
  Int downscale_factor;
};

/// Elements around the last two dims: `{left, right, top, bottom}`, or one number for all.
struct Pad2d : Module {
  DLC_MODULE()
  Tensor forward(Tensor x);
  int amounts[4];
  const char *mode;

protected:
  Pad2d(const char *mode, int left, int right, int top, int bottom)
      : amounts{left, right, top, bottom}, mode(mode) {}
};
#define DLC_PAD_LAYER(name, mode)                                                                  \
  struct name : Pad2d {                                                                            \
    explicit name(int all) : Pad2d(mode, all, all, all, all) {}                                    \
    name(int left, int right, int top, int bottom) : Pad2d(mode, left, right, top, bottom) {}      \
  };
DLC_PAD_LAYER(ZeroPad2d, "constant")
DLC_PAD_LAYER(ReflectionPad2d, "reflect")
DLC_PAD_LAYER(ReplicationPad2d, "replicate")
#undef DLC_PAD_LAYER
} // namespace dlc::nn
#endif
