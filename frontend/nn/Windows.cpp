//===- Windows.cpp - convolutions, pooling, resampling as layers ----------===//
#include "dlc/nn.h"
#include "frontend/ops/Moves.h"

using namespace mlir;

namespace dlc::nn {
static void checkGroups(const char *layer, Int inChannels, Int outChannels, Int groups) {
  if (groups < 1 || inChannels % groups || outChannels % groups)
    fail("`" + Twine(layer) + "` from " + Twine(inChannels) + " to " + Twine(outChannels) +
         " channels in " + Twine(groups) + " groups; both must be multiples of that");
}

/// {first, second, kernel...}
template <int N> static Shape weightShape(Int first, Int second, const PerDim<N> &kernel) {
  Shape shape{first, second};
  for (Int size : kernel)
    shape.append(size);
  return shape;
}

/// How many elements of the weight each output, or each input of a transposed one, sees.
static Int fanOf(const Shape &weight) {
  Int fan = 1;
  for (int i = 1; i < weight.rank(); ++i)
    fan *= weight[i].value();
  return fan;
}

template <int N>
Conv<N>::Conv(Int inChannels, Int outChannels, PerDim<N> kernel, ConvOptions<N> o) : options(o) {
  checkGroups("Conv", inChannels, outChannels, o.groups);
  Shape shape = weightShape(outChannels, inChannels / o.groups, kernel);
  weight = Parameter(shape, init::fanIn(fanOf(shape)));
  if (o.bias)
    bias = Parameter({outChannels}, init::fanIn(fanOf(shape)));
}

/// x with what is not zeros put around it, as much as the convolution would pad.
template <int N>
static Tensor padAround(const Tensor &x, const ConvOptions<N> &o, const Parameter &weight) {
  SmallVector<int64_t> low(x.dim(), 0), high(low);
  for (int i = 0; i < N; ++i) {
    int dim = x.dim() - N + i;
    low[dim] = high[dim] = o.padding[i];
    if (o.padding.name && StringRef(o.padding.name) == "same") {
      Int total = o.dilation[i] * (weight.size(2 + i).value() - 1);
      low[dim] = total / 2;
      high[dim] = total - low[dim];
    }
  }
  return paddedBy(x, o.padding_mode, low, high);
}

template <int N> static dlc::ConvOptions<N> optionsOf(const ConvOptions<N> &o) {
  return {o.stride, o.padding, o.dilation, o.groups};
}

static Tensor convolution(const Tensor &x, const Tensor &w, const Tensor &b,
                          const dlc::ConvOptions<1> &o) {
  return conv1d(x, w, b, o);
}
static Tensor convolution(const Tensor &x, const Tensor &w, const Tensor &b,
                          const dlc::ConvOptions<2> &o) {
  return conv2d(x, w, b, o);
}
static Tensor convolution(const Tensor &x, const Tensor &w, const Tensor &b,
                          const dlc::ConvOptions<3> &o) {
  return conv3d(x, w, b, o);
}

template <int N> Tensor Conv<N>::forward(Tensor x) {
  dlc::ConvOptions<N> o = optionsOf(options);
  if (StringRef(options.padding_mode) != "zeros") {
    x = padAround(x, options, weight);
    o.padding = 0;
  }
  return convolution(x, weight, bias.defined() ? Tensor(bias) : Tensor(), o);
}

template <int N>
ConvTranspose<N>::ConvTranspose(Int inChannels, Int outChannels, PerDim<N> kernel,
                                ConvTransposeOptions<N> o)
    : options(o) {
  checkGroups("ConvTranspose", inChannels, outChannels, o.groups);
  Shape shape = weightShape(inChannels, outChannels / o.groups, kernel);
  weight = Parameter(shape, init::fanIn(fanOf(shape)));
  if (o.bias)
    bias = Parameter({outChannels}, init::fanIn(fanOf(shape)));
}

template <int N> Tensor ConvTranspose<N>::forward(Tensor x) {
  const ConvTransposeOptions<N> &o = options;
  dlc::ConvTransposeOptions<N> all{o.stride, o.padding, o.output_padding, o.groups, o.dilation};
  Tensor b = bias.defined() ? Tensor(bias) : Tensor();
  if constexpr (N == 1)
    return conv_transpose1d(x, weight, b, all);
  else if constexpr (N == 2)
    return conv_transpose2d(x, weight, b, all);
  else
    return conv_transpose3d(x, weight, b, all);
}

#define DLC_WINDOW_LAYERS(n)                                                                       \
  template struct Conv<n>;                                                                         \
  template struct ConvTranspose<n>;                                                                \
  template <> Tensor MaxPool<n>::forward(Tensor x) { return max_pool##n##d(x, kernel, options); }  \
  template <> Tensor AvgPool<n>::forward(Tensor x) { return avg_pool##n##d(x, kernel, options); }  \
  template <> Tensor AdaptiveAvgPool<n>::forward(Tensor x) {                                       \
    return adaptive_avg_pool##n##d(x, size);                                                       \
  }                                                                                                \
  template <> Tensor AdaptiveMaxPool<n>::forward(Tensor x) {                                       \
    return adaptive_max_pool##n##d(x, size);                                                       \
  }
DLC_WINDOW_LAYERS(1)
DLC_WINDOW_LAYERS(2)
DLC_WINDOW_LAYERS(3)
#undef DLC_WINDOW_LAYERS

Tensor LPPool2d::forward(Tensor x) {
  return lp_pool2d(x, norm_type, kernel, options.stride, options.ceil_mode);
}
Tensor Upsample::forward(Tensor x) { return interpolate(x, options); }
Tensor PixelShuffle::forward(Tensor x) { return pixel_shuffle(x, upscale_factor); }
Tensor PixelUnshuffle::forward(Tensor x) { return pixel_unshuffle(x, downscale_factor); }
Tensor Pad2d::forward(Tensor x) {
  return pad(x, {amounts[0], amounts[1], amounts[2], amounts[3]}, mode);
}
} // namespace dlc::nn
