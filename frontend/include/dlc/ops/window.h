//===- window.h - convolution, pooling, resampling ---------------*- C++ -*-===//
#ifndef DLC_OPS_WINDOW_H
#define DLC_OPS_WINDOW_H
#include "dlc/tensor.h"

namespace dlc {
struct ConvOptions {
  Pair stride = 1, padding = 0, dilation = 1;
};
Tensor conv2d(const Tensor &x, const Tensor &weight, const Tensor &bias = {},
              ConvOptions options = {});
Tensor max_pool2d(const Tensor &x, Pair kernel);
Tensor max_pool2d(const Tensor &x, Pair kernel, Pair stride, Pair padding = 0, Pair dilation = 1);
} // namespace dlc
#endif
