//===- Contraction.cpp - convolution, pooling -----------------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Emit.h"
#include <limits>

using namespace mlir;

namespace dlc {
static void checkEqualFloats(StringRef op, const Tensor &x, const char *what, const Tensor &other) {
  if (!(x.dtype() == other.dtype()))
    fail("`" + op + "` of " + ir::describe(typeOf(x)) + " with " + what + " " +
         ir::describe(typeOf(other)) + "; the dtypes must be equal, hint: `.to(dtype)`");
}

/// Height and width padded by the same amounts on both sides.
static Tensor padWindow(const Tensor &x, Pair padding, double value) {
  if (padding.height == 0 && padding.width == 0)
    return x;
  int height = int(padding.height), width = int(padding.width);
  return pad(x, {width, width, height, height}, value);
}

Tensor conv2d(const Tensor &x, const Tensor &weight, const Tensor &bias, ConvOptions options) {
  RankedTensorType type = typeOf(x), w = typeOf(weight);
  if (type.getRank() != 4 || w.getRank() != 4)
    fail("`conv2d` of " + ir::describe(type) + " with a weight of " + ir::describe(w) +
         "; it takes [N, C, H, W] and [out, in, height, width]" +
         (type.getRank() == 3 ? ", hint: x.unsqueeze(1) adds a channel dim" : ""));
  if (!(x.size(1) == weight.size(1)))
    fail("`conv2d` of " + ir::describe(type) + " with a weight of " + ir::describe(w) + ": x has " +
         Twine(type.getDimSize(1)) + " channels, the weight takes " + Twine(w.getDimSize(1)) +
         "; they must be equal");
  checkEqualFloats("conv2d", x, "a weight of", weight);
  Tensor padded = padWindow(x, options.padding, 0);
  ir::Conv2dOp::Properties properties;
  properties.strides = ints({options.stride.height, options.stride.width});
  properties.dilations = ints({options.dilation.height, options.dilation.width});
  Tensor y = tensorOf(infer<ir::Conv2dOp>({valueOf(padded), valueOf(weight)}, properties));
  if (!bias.defined())
    return y;
  if (bias.dim() != 1 || !(bias.size(0) == weight.size(0)))
    fail("`conv2d` with a weight of " + ir::describe(w) + " and a bias of " +
         ir::describe(typeOf(bias)) + "; a bias is [out]");
  // Broadcast over n, h, w: [O] would be matched against the last dim.
  Value repeated = make<ir::BroadcastOp>(typeOf(y), valueOf(bias), ArrayRef<int64_t>{0, 2, 3});
  return y + tensorOf(repeated);
}

Tensor max_pool2d(const Tensor &x, Pair kernel, Pair stride, Pair padding, Pair dilation) {
  if (!x.dtype().isFloat())
    fail("`max_pool2d` of " + ir::describe(typeOf(x)) +
         "; it takes floats, hint: `.to(f32)` first");
  if (padding.height * 2 > kernel.height || padding.width * 2 > kernel.width)
    fail("`max_pool2d` with padding " + Twine(padding.height) + ", " + Twine(padding.width) +
         " of a window of " + Twine(kernel.height) + ", " + Twine(kernel.width) +
         "; padding is at most half of the window");
  Tensor padded = padWindow(x, padding, -std::numeric_limits<double>::infinity());
  ir::MaxPool2dOp::Properties properties;
  properties.window = ints({kernel.height, kernel.width});
  properties.strides = ints({stride.height, stride.width});
  properties.dilations = ints({dilation.height, dilation.width});
  return tensorOf(infer<ir::MaxPool2dOp>(valueOf(padded), properties)->getResult(0));
}

Tensor max_pool2d(const Tensor &x, Pair kernel) { return max_pool2d(x, kernel, kernel); }
} // namespace dlc
