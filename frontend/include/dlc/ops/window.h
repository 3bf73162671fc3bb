//===- window.h - convolution, pooling, resampling ---------------*- C++ -*-===//
// x is [N, C, spatial...], or [C, spatial...] without a batch. N may be dynamic, spatial dims not.
// Floats. Options have PyTorch's names and are given by name: `{.stride = 2, .padding = 1}`.
#ifndef DLC_OPS_WINDOW_H
#define DLC_OPS_WINDOW_H
#include "dlc/tensor.h"

namespace dlc {
namespace detail {
/// The first member of options: so `{2, 1}` is a pair of numbers and never two options.
class ByName {
public:
  constexpr ByName() {}
};
} // namespace detail

/// Zeros on both sides: numbers, "valid" for none, "same" for as many as keep the size.
template <int N> class Padding : public PerDim<N> {
public:
  using PerDim<N>::PerDim;
  Padding(const PerDim<N> &amounts) : PerDim<N>(amounts) {}
  Padding(const char *name) : PerDim<N>(0), name(name) {}
  const char *name = nullptr;
};

template <int N> struct ConvOptions {
  PerDim<N> stride = 1;
  Padding<N> padding = 0;
  PerDim<N> dilation = 1;
  Int groups = 1;
};
/// Cross-correlation of x with a weight of [out, in / groups, kernel...], and a bias of [out]:
/// y[n, o, i] = bias[o] + sum over c, u of x[n, c, i * stride + u * dilation - padding] w[o, c, u].
Tensor conv1d(const Tensor &x, const Tensor &weight, const Tensor &bias = {},
              ConvOptions<1> options = {});
Tensor conv2d(const Tensor &x, const Tensor &weight, const Tensor &bias = {},
              ConvOptions<2> options = {});
Tensor conv3d(const Tensor &x, const Tensor &weight, const Tensor &bias = {},
              ConvOptions<3> options = {});

template <int N> struct ConvTransposeOptions {
  PerDim<N> stride = 1, padding = 0, output_padding = 0;
  Int groups = 1;
  PerDim<N> dilation = 1;
};
/// The gradient of a convolution as a function: weight [in, out / groups, kernel...], size
/// (size - 1) * stride - 2 * padding + dilation * (kernel - 1) + output_padding + 1.
Tensor conv_transpose1d(const Tensor &x, const Tensor &weight, const Tensor &bias = {},
                        ConvTransposeOptions<1> options = {});
Tensor conv_transpose2d(const Tensor &x, const Tensor &weight, const Tensor &bias = {},
                        ConvTransposeOptions<2> options = {});
Tensor conv_transpose3d(const Tensor &x, const Tensor &weight, const Tensor &bias = {},
                        ConvTransposeOptions<3> options = {});

template <int N> struct MaxPoolOptions {
  detail::ByName byName = {};
  PerDim<N> stride = 0; // 0: the kernel
  PerDim<N> padding = 0, dilation = 1;
  bool ceil_mode = false; // a last window may reach beyond the end
};
/// The largest of each window; padding counts as -inf and is at most half of the kernel. At a tie
/// the gradient goes to the first.
Tensor max_pool1d(const Tensor &x, Single kernel, MaxPoolOptions<1> options = {});
Tensor max_pool1d(const Tensor &x, Single kernel, Single stride, Single padding = 0,
                  Single dilation = 1, bool ceil_mode = false);
Tensor max_pool2d(const Tensor &x, Pair kernel, MaxPoolOptions<2> options = {});
Tensor max_pool2d(const Tensor &x, Pair kernel, Pair stride, Pair padding = 0, Pair dilation = 1,
                  bool ceil_mode = false);
Tensor max_pool3d(const Tensor &x, Triple kernel, MaxPoolOptions<3> options = {});
Tensor max_pool3d(const Tensor &x, Triple kernel, Triple stride, Triple padding = 0,
                  Triple dilation = 1, bool ceil_mode = false);

/// The largest, and their places in x's row-major spatial dims (i64).
struct PoolResult {
  Tensor values, indices;
};
PoolResult max_pool1d_with_indices(const Tensor &x, Single kernel, MaxPoolOptions<1> options = {});
PoolResult max_pool2d_with_indices(const Tensor &x, Pair kernel, MaxPoolOptions<2> options = {});
PoolResult max_pool3d_with_indices(const Tensor &x, Triple kernel, MaxPoolOptions<3> options = {});

template <int N> struct AvgPoolOptions {
  detail::ByName byName = {};
  PerDim<N> stride = 0; // 0: the kernel
  PerDim<N> padding = 0;
  bool ceil_mode = false;
  bool count_include_pad = true;
  Int divisor_override = 0; // 0: how many elements a window has
};
/// The mean of each window, padding being zeros.
Tensor avg_pool1d(const Tensor &x, Single kernel, AvgPoolOptions<1> options = {});
Tensor avg_pool2d(const Tensor &x, Pair kernel, AvgPoolOptions<2> options = {});
Tensor avg_pool2d(const Tensor &x, Pair kernel, Pair stride, Pair padding = 0);
Tensor avg_pool3d(const Tensor &x, Triple kernel, AvgPoolOptions<3> options = {});

/// (sum of x^p over each window)^(1/p); where the sum is 0 there is no gradient.
Tensor lp_pool1d(const Tensor &x, double p, Single kernel, Single stride = 0,
                 bool ceil_mode = false);
Tensor lp_pool2d(const Tensor &x, double p, Pair kernel, Pair stride = 0, bool ceil_mode = false);

/// Pooling to a given size; window i of o over n elements is floor(i n / o) to ceil((i+1) n / o).
/// A size of 1 is global pooling.
Tensor adaptive_avg_pool1d(const Tensor &x, Single size);
Tensor adaptive_avg_pool2d(const Tensor &x, Pair size);
Tensor adaptive_avg_pool3d(const Tensor &x, Triple size);
Tensor adaptive_max_pool1d(const Tensor &x, Single size);
Tensor adaptive_max_pool2d(const Tensor &x, Pair size);
Tensor adaptive_max_pool3d(const Tensor &x, Triple size);
PoolResult adaptive_max_pool1d_with_indices(const Tensor &x, Single size);
PoolResult adaptive_max_pool2d_with_indices(const Tensor &x, Pair size);
PoolResult adaptive_max_pool3d_with_indices(const Tensor &x, Triple size);

/// One factor for all spatial dims, or one for each.
class ScaleFactor {
public:
  ScaleFactor() = default;
  ScaleFactor(double all) : values{all, all, all}, count(1) {}
  ScaleFactor(std::initializer_list<double> each) {
    for (double value : each)
      if (count++ < 3)
        values[count - 1] = value;
  }
  double values[3] = {};
  int count = 0;
};
struct InterpolateOptions {
  Shape size = {};               // of the spatial dims; or
  ScaleFactor scale_factor = {}; // sizes floor(size * factor), steps of 1 / factor
  const char *mode = "nearest";  // "nearest-exact", "linear", "bilinear", "trilinear", "area"
  bool align_corners = false;    // of the linear ones: the corners keep their values
};
/// x at other sizes of its spatial dims.
Tensor interpolate(const Tensor &x, InterpolateOptions options);

/// [.., C r^2, H, W] to [.., C, H r, W r], and back.
Tensor pixel_shuffle(const Tensor &x, Int upscale_factor);
Tensor pixel_unshuffle(const Tensor &x, Int downscale_factor);

struct UnfoldOptions {
  Pair dilation = 1, padding = 0, stride = 1;
};
/// The windows of [N, C, H, W] as columns, [N, C kh kw, number of windows] (F.unfold). The method
/// x.unfold(dim, size, step) makes windows of one dim: a new last dim.
Tensor unfold(const Tensor &x, Pair kernel, UnfoldOptions options = {});
/// Columns summed back into [N, C, H, W] of the given height and width.
Tensor fold(const Tensor &x, Pair output_size, Pair kernel, UnfoldOptions options = {});
} // namespace dlc
#endif
