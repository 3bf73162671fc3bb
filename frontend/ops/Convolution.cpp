//===- Convolution.cpp - convolutions and transposed convolutions ---------===//
// Padding and groups are spelled out here: dlc.conv has no padding, and groups are a dim of it.
#include "dlc/ops.h"
#include "frontend/ops/Moves.h"

using namespace mlir;

namespace dlc {
/// What an input and a weight are, for messages.
static const char *const shapes[] = {"[N, C, L]", "[N, C, H, W]", "[N, C, D, H, W]"};
static const char *const kernels[] = {"length]", "height, width]", "depth, height, width]"};

namespace {
/// A convolution's operands, checked. Without a batch x gets one of 1.
struct Operands {
  Operands(StringRef op, const Tensor &input, const Tensor &weight, const Tensor &bias,
           int64_t spatial, int64_t groups, bool transposed)
      : x(input), batched(input.dim() == spatial + 2) {
    RankedTensorType type = typeOf(x), w = typeOf(weight);
    std::string both =
        ("`" + op + "` of " + ir::describe(type) + " with a weight of " + ir::describe(w)).str();
    if ((!batched && x.dim() != spatial + 1) || weight.dim() != spatial + 2)
      fail(both + "; it takes " + shapes[spatial - 1] + " and " +
           (transposed ? "[in, out, " : "[out, in, ") + kernels[spatial - 1]);
    if (!batched)
      x = unsqueeze(x, 0);
    if (!(x.dtype() == weight.dtype()))
      fail(both + "; the dtypes must be equal, hint: `.to(dtype)`");
    if (!x.dtype().isFloat())
      fail(both + "; it takes floats, hint: `.to(f32)` first");
    if (groups < 1)
      fail("`" + op + "` in " + Twine(groups) + " groups; there is at least 1");
    channels = typeOf(x).getDimSize(1);
    int64_t taken = w.getDimSize(transposed ? 0 : 1) * (transposed ? 1 : groups);
    if (channels != taken || x.size(1).isDynamic())
      fail(both + ": x has " + Twine(channels) + " channels, the weight takes " + Twine(taken) +
           "; they must be equal" +
           (batched ? "" : ", hint: x.unsqueeze(1) adds a channel dim to images without one"));
    outputs = transposed ? w.getDimSize(1) * groups : w.getDimSize(0);
    if (channels % groups || outputs % groups)
      fail(both + " in " + Twine(groups) + " groups; the channels " + Twine(channels) + " and " +
           Twine(outputs) + " must be multiples of that");
    if (bias.defined() && (bias.dim() != 1 || !(bias.size(0) == Dim(outputs))))
      fail("`" + op + "` with a weight of " + ir::describe(w) + " and a bias of " +
           ir::describe(typeOf(bias)) + "; a bias is [out]");
  }
  Tensor x;
  bool batched;
  int64_t channels, outputs;
};
} // namespace

static Tensor convolve(const Tensor &x, const Tensor &weight, ArrayRef<int64_t> strides,
                       ArrayRef<int64_t> dilations) {
  ir::ConvOp::Properties properties;
  properties.strides = ints(strides);
  properties.dilations = ints(dilations);
  return tensorOf(infer<ir::ConvOp>({valueOf(x), valueOf(weight)}, properties));
}

/// x in groups: a dim before the channels.
static Tensor inGroups(const Tensor &x, int64_t groups) {
  SmallVector<int64_t> sizes(typeOf(x).getShape());
  sizes[1] /= groups;
  sizes.insert(sizes.begin() + 1, groups);
  return reshaped(x, sizes);
}

/// y without the dim of groups, with its bias, and without the batch that x did not have.
static Tensor finished(Tensor y, const Operands &operands, int64_t groups, const Tensor &bias) {
  if (groups > 1) {
    SmallVector<int64_t> sizes(typeOf(y).getShape());
    sizes.erase(sizes.begin() + 1);
    sizes[1] *= groups;
    y = reshaped(y, sizes);
  }
  if (bias.defined()) { // [out] would be matched against the last dim
    SmallVector<int64_t> added{0};
    for (int64_t dim = 2; dim < y.dim(); ++dim)
      added.push_back(dim);
    y = y + tensorOf(make<ir::BroadcastOp>(typeOf(y), valueOf(bias), added));
  }
  return operands.batched ? y : dropped(y, 0);
}

template <int N>
static Tensor conv(StringRef op, const Tensor &input, const Tensor &weight, const Tensor &bias,
                   const ConvOptions<N> &o) {
  Operands operands(op, input, weight, bias, N, o.groups, /*transposed=*/false);
  SmallVector<int64_t> low(N + 2, 0), high(N + 2, 0), none(N + 2, 0);
  StringRef name = o.padding.name ? o.padding.name : "";
  if (o.padding.name && name != "same" && name != "valid")
    fail("`" + op + "` with padding `" + name + "`; there are `same`, `valid` and numbers");
  for (int i = 0; i < N; ++i) {
    low[2 + i] = high[2 + i] = o.padding[i];
    if (name != "same")
      continue;
    if (o.stride[i] != 1)
      fail("`" + op + "` with padding `same` and stride " + Twine(o.stride[i]) +
           "; only stride 1 can keep the size");
    int64_t total = o.dilation[i] * (typeOf(weight).getDimSize(2 + i) - 1);
    low[2 + i] = total / 2;
    high[2 + i] = total - total / 2;
  }
  Tensor x = padded(operands.x, low, high, none, 0), w = weight;
  if (o.groups > 1) {
    SmallVector<int64_t> sizes(typeOf(weight).getShape());
    sizes[0] /= o.groups;
    sizes.insert(sizes.begin(), o.groups);
    x = inGroups(x, o.groups);
    w = reshaped(weight, sizes);
  }
  Tensor y = convolve(x, w, llvm::to_vector_of<int64_t>(o.stride),
                      llvm::to_vector_of<int64_t>(o.dilation));
  return finished(y, operands, o.groups, bias);
}

// x spread out by the stride, against the weight turned round with its channel dims swapped.
template <int N>
static Tensor convTranspose(StringRef op, const Tensor &input, const Tensor &weight,
                            const Tensor &bias, const ConvTransposeOptions<N> &o) {
  Operands operands(op, input, weight, bias, N, o.groups, /*transposed=*/true);
  SmallVector<int64_t> low(N + 2, 0), high(N + 2, 0), interior(N + 2, 0), strides(N, 1);
  SmallVector<int64_t> cutLow(N + 2, 0), cutHigh(N + 2, 0);
  for (int i = 0; i < N; ++i) {
    if (o.stride[i] < 1 || o.dilation[i] < 1)
      fail("`" + op + "` with stride " + Twine(o.stride[i]) + " and dilation " +
           Twine(o.dilation[i]) + "; both are at least 1");
    if (o.output_padding[i] < 0 || o.output_padding[i] >= std::max(o.stride[i], o.dilation[i]))
      fail("`" + op + "` with output_padding " + Twine(o.output_padding[i]) +
           "; it is less than the stride or the dilation");
    int64_t reach = o.dilation[i] * (typeOf(weight).getDimSize(2 + i) - 1);
    int64_t before = reach - o.padding[i], behind = before + o.output_padding[i];
    low[2 + i] = std::max<int64_t>(before, 0);
    high[2 + i] = std::max<int64_t>(behind, 0);
    cutLow[2 + i] = std::max<int64_t>(-before, 0);
    cutHigh[2 + i] = std::max<int64_t>(-behind, 0);
    interior[2 + i] = o.stride[i] - 1;
  }
  Tensor x = padded(operands.x, low, high, interior, 0);
  for (int i = 2; i < N + 2; ++i) { // padding beyond the kernel's reach
    int64_t size = typeOf(x).getDimSize(i) - cutLow[i] - cutHigh[i];
    if (size < 1)
      fail("`" + op + "` of " + ir::describe(typeOf(input)) + " with padding " +
           Twine(o.padding[i - 2]) + " leaves nothing of dim " + Twine(i));
    x = sliced(x, i, cutLow[i], size);
  }
  // [in, out / g, kernel..] to [g, in / g, out / g, kernel..]
  SmallVector<int64_t> sizes(typeOf(weight).getShape());
  sizes[0] /= o.groups;
  sizes.insert(sizes.begin(), o.groups);
  SmallVector<int64_t> perm{0, 2, 1};
  for (int i = 0; i < N; ++i)
    perm.push_back(3 + i);
  Tensor w = permuted(reshaped(weight, sizes), perm);
  ir::ReverseOp::Properties turn;
  turn.dims = ints(llvm::to_vector(llvm::seq<int64_t>(3, 3 + N)));
  w = tensorOf(infer<ir::ReverseOp>(valueOf(w), turn));
  if (o.groups > 1)
    x = inGroups(x, o.groups);
  else
    w = dropped(w, 0);
  Tensor y = convolve(x, w, strides, llvm::to_vector_of<int64_t>(o.dilation));
  return finished(y, operands, o.groups, bias);
}

#define DLC_CONVOLUTION(n)                                                                         \
  Tensor conv##n##d(const Tensor &x, const Tensor &weight, const Tensor &bias,                     \
                    ConvOptions<n> options) {                                                      \
    return conv("conv" #n "d", x, weight, bias, options);                                          \
  }                                                                                                \
  Tensor conv_transpose##n##d(const Tensor &x, const Tensor &weight, const Tensor &bias,           \
                              ConvTransposeOptions<n> options) {                                   \
    return convTranspose("conv_transpose" #n "d", x, weight, bias, options);                       \
  }
DLC_CONVOLUTION(1)
DLC_CONVOLUTION(2)
DLC_CONVOLUTION(3)
#undef DLC_CONVOLUTION
} // namespace dlc
