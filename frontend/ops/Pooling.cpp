//===- Pooling.cpp - pooling over windows ---------------------------------===//
#include "frontend/ops/Pooling.h"
#include "dlc/ops.h"
#include <limits>

using namespace mlir;

namespace dlc {
/// How many windows there are, and how many elements the last one needs behind x. As in PyTorch a
/// window that ceil_mode adds begins in x or in the padding before it.
static void measure(PoolWindows &w, int64_t size, int64_t i, bool ceilMode) {
  int64_t reach = w.dilation[i] * (w.kernel[i] - 1) + 1, room = size + 2 * w.padding[i] - reach;
  if (w.kernel[i] < 1 || w.stride[i] < 1 || w.dilation[i] < 1 || w.padding[i] < 0 || room < 0)
    fail("`" + w.op + "` with a window of " + Twine(w.kernel[i]) + " by " + Twine(w.stride[i]) +
         ", dilation " + Twine(w.dilation[i]) + " and padding " + Twine(w.padding[i]) +
         " over a dim of " + Twine(size) + "; each is at least 1, and the window must fit");
  if (w.padding[i] * 2 > w.kernel[i])
    fail("`" + w.op + "` with padding " + Twine(w.padding[i]) + " of a window of " +
         Twine(w.kernel[i]) + "; padding is at most half of the window");
  int64_t count = (ceilMode ? llvm::divideCeil(room, w.stride[i]) : room / w.stride[i]) + 1;
  if (ceilMode && (count - 1) * w.stride[i] >= size + w.padding[i])
    --count;
  w.count.push_back(count);
  w.behind.push_back(std::max<int64_t>((count - 1) * w.stride[i] + reach - size - w.padding[i], 0));
}

PoolWindows::PoolWindows(StringRef op, const Tensor &input, ArrayRef<Int> kernel,
                         ArrayRef<Int> stride, ArrayRef<Int> padding, ArrayRef<Int> dilation,
                         bool ceilMode)
    : x(input), op(op), kernel(kernel), stride(stride), padding(padding), dilation(dilation) {
  batch(x);
  for (auto [i, step] : llvm::enumerate(this->stride))
    if (step == 0)
      step = kernel[i];
  for (size_t i = 0; i < kernel.size(); ++i)
    measure(*this, typeOf(x).getDimSize(2 + i), i, ceilMode);
}

PoolWindows::PoolWindows(StringRef op, const Tensor &input, int64_t spatial)
    : x(input), op(op), kernel(spatial, 1), padding(spatial, 0), dilation(spatial, 1) {
  batch(x);
}

void PoolWindows::batch(const Tensor &input) {
  int64_t spatial = kernel.size();
  batched = input.dim() == spatial + 2;
  if (!batched && input.dim() != spatial + 1)
    fail("`" + op + "` of " + ir::describe(typeOf(input)) + "; it takes [N, C, spatial...] with " +
         Twine(spatial) + " spatial dims");
  if (!input.dtype().isFloat())
    fail("`" + op + "` of " + ir::describe(typeOf(input)) +
         "; it takes floats, hint: `.to(f32)` first");
  if (!batched)
    x = unsqueeze(input, 0);
  for (int64_t i = 0; i < spatial; ++i)
    if (x.size(int(2 + i)).isDynamic())
      fail("`" + op + "` of " + ir::describe(typeOf(input)) + "; spatial dims must be static");
}

Tensor PoolWindows::unbatched(const Tensor &y) const { return batched ? y : dropped(y, 0); }

Tensor PoolWindows::paddedWith(double value) const {
  SmallVector<int64_t> low(2, 0), high(2, 0), none(2 + kernel.size(), 0);
  low.append(padding);
  high.append(behind);
  return padded(x, low, high, none, value);
}

MaxPooled maxPool(const Tensor &x, ArrayRef<int64_t> kernel, ArrayRef<int64_t> stride,
                  ArrayRef<int64_t> dilation) {
  ir::MaxPoolOp::Properties properties;
  properties.window = ints(kernel);
  properties.strides = ints(stride);
  properties.dilations = ints(dilation);
  auto op = infer<ir::MaxPoolOp>(valueOf(x), properties);
  return {tensorOf(op.getY()), tensorOf(op.getIndex())};
}

Tensor flatPlaces(const Tensor &x, const Tensor &index, ArrayRef<int64_t> kernel,
                  llvm::function_ref<Tensor(int64_t, Tensor)> beginOf, ArrayRef<int64_t> dilation) {
  Tensor rest = index.to(i64), flat;
  SmallVector<Tensor> places(kernel.size());
  for (int64_t i = kernel.size() - 1; i >= 0; --i) {
    Tensor outer = quotient(rest, kernel[i]);
    places[i] =
        beginOf(i, indexAlong(index, 2 + i, i64)) + (rest - outer * kernel[i]) * dilation[i];
    rest = outer;
  }
  for (auto [i, place] : llvm::enumerate(places))
    flat = flat.defined() ? flat * typeOf(x).getDimSize(2 + i) + place : place;
  return flat;
}

template <int N>
static PoolResult pooled(StringRef op, const Tensor &x, const PerDim<N> &kernel,
                         const MaxPoolOptions<N> &o, bool indices) {
  PoolWindows w(op, x, {kernel.begin(), N}, {o.stride.begin(), N}, {o.padding.begin(), N},
                {o.dilation.begin(), N}, o.ceil_mode);
  MaxPooled result = maxPool(w.paddedWith(-std::numeric_limits<double>::infinity()), w.kernel,
                             w.stride, w.dilation);
  PoolResult all{w.unbatched(result.values), {}};
  if (indices) {
    auto beginOf = [&](int64_t i, Tensor window) { return window * w.stride[i] - w.padding[i]; };
    all.indices = w.unbatched(flatPlaces(w.x, result.places, w.kernel, beginOf, w.dilation));
  }
  return all;
}

/// How many elements along spatial dim i each window has, as floats shaped for y.
static Tensor countAlong(const PoolWindows &w, const Tensor &y, int64_t i, bool withPadding) {
  Tensor begin = indexAlong(y, 2 + i, i32) * w.stride[i] - w.padding[i];
  int64_t size = typeOf(w.x).getDimSize(2 + i);
  Tensor end = minimum(begin + w.kernel[i], size + (withPadding ? w.padding[i] : 0));
  return (end - (withPadding ? begin : maximum(begin, 0))).to(y.dtype());
}

Tensor windowSums(const PoolWindows &w) {
  Tensor x = w.paddedWith(0);
  SmallVector<int64_t> grouped(typeOf(x).getShape()), weight{grouped[1], 1, 1};
  grouped.insert(grouped.begin() + 2, 1);
  weight.append(w.kernel);
  ir::ConvOp::Properties properties;
  properties.strides = ints(w.stride);
  properties.dilations = ints(w.dilation);
  Tensor image = reshaped(x, grouped);
  Value ones = splat(1, RankedTensorType::get(weight, typeOf(x).getElementType()));
  Tensor y = tensorOf(infer<ir::ConvOp>({valueOf(image), ones}, properties));
  return dropped(y, 2);
}

Tensor meanOfTiles(const Tensor &x, ArrayRef<int64_t> counts) {
  SmallVector<int64_t> sizes(typeOf(x).getShape().take_front(2)), tiles;
  int64_t elements = 1;
  for (auto [i, count] : llvm::enumerate(counts)) {
    int64_t tile = typeOf(x).getDimSize(2 + i) / count;
    sizes.push_back(count);
    tiles.push_back(sizes.size());
    sizes.push_back(tile);
    elements *= tile;
  }
  if (elements == 1)
    return x;
  ir::ReduceSumOp::Properties properties;
  properties.dims = ints(tiles);
  Tensor cut = reshaped(x, sizes);
  return tensorOf(infer<ir::ReduceSumOp>(valueOf(cut), properties)) / double(elements);
}

template <int N>
static Tensor averaged(StringRef op, const Tensor &x, const PerDim<N> &kernel,
                       const AvgPoolOptions<N> &o) {
  SmallVector<Int> ones(N, 1);
  PoolWindows w(op, x, {kernel.begin(), N}, {o.stride.begin(), N}, {o.padding.begin(), N}, ones,
                o.ceil_mode);
  int64_t elements = 1;
  bool tiles = !o.divisor_override, inside = true;
  for (int i = 0; i < N; ++i) {
    elements *= w.kernel[i];
    tiles &= w.stride[i] == w.kernel[i] && w.padding[i] == 0 &&
             w.count[i] * w.kernel[i] == typeOf(w.x).getDimSize(2 + i);
    inside &= w.behind[i] <= w.padding[i] && (o.count_include_pad || !w.padding[i]);
  }
  if (tiles)
    return w.unbatched(meanOfTiles(w.x, w.count));
  Tensor sums = windowSums(w);
  if (o.divisor_override || inside)
    return w.unbatched(sums / double(o.divisor_override ? o.divisor_override : elements));
  Tensor count;
  for (int i = 0; i < N; ++i) {
    Tensor along = countAlong(w, sums, i, o.count_include_pad);
    count = count.defined() ? count * along : along;
  }
  return w.unbatched(sums / count);
}

/// PyTorch multiplies the mean, of what lies in x where ceil_mode adds windows, by the kernel.
template <int N>
static Tensor lpPooled(StringRef op, const Tensor &x, double p, const PerDim<N> &kernel,
                       const PerDim<N> &stride, bool ceilMode) {
  AvgPoolOptions<N> options;
  options.stride = stride;
  options.ceil_mode = ceilMode;
  Int elements = 1;
  for (Int size : kernel)
    elements *= size;
  if (!x.dtype().isFloat())
    fail("`" + op + "` of " + ir::describe(typeOf(x)) +
         "; it takes floats, hint: `.to(f32)` first");
  Tensor sums = averaged(op, pow(x, p), kernel, options) * double(elements);
  Tensor nothing = sums == 0; // the root has no gradient there
  return where(nothing, 0, pow(where(nothing, 1, sums), 1 / p));
}

#define DLC_POOL(n)                                                                                \
  Tensor max_pool##n##d(const Tensor &x, PerDim<n> kernel, MaxPoolOptions<n> options) {            \
    return pooled("max_pool" #n "d", x, kernel, options, false).values;                            \
  }                                                                                                \
  Tensor max_pool##n##d(const Tensor &x, PerDim<n> kernel, PerDim<n> stride, PerDim<n> padding,    \
                        PerDim<n> dilation, bool ceil_mode) {                                      \
    return max_pool##n##d(                                                                         \
        x, kernel,                                                                                 \
        {.stride = stride, .padding = padding, .dilation = dilation, .ceil_mode = ceil_mode});     \
  }                                                                                                \
  PoolResult max_pool##n##d_with_indices(const Tensor &x, PerDim<n> kernel,                        \
                                         MaxPoolOptions<n> options) {                              \
    return pooled("max_pool" #n "d", x, kernel, options, true);                                    \
  }                                                                                                \
  Tensor avg_pool##n##d(const Tensor &x, PerDim<n> kernel, AvgPoolOptions<n> options) {            \
    return averaged("avg_pool" #n "d", x, kernel, options);                                        \
  }
DLC_POOL(1)
DLC_POOL(2)
DLC_POOL(3)
#undef DLC_POOL

Tensor avg_pool2d(const Tensor &x, Pair kernel, Pair stride, Pair padding) {
  return avg_pool2d(x, kernel, {.stride = stride, .padding = padding});
}
Tensor lp_pool1d(const Tensor &x, double p, Single kernel, Single stride, bool ceil_mode) {
  return lpPooled("lp_pool1d", x, p, kernel, stride, ceil_mode);
}
Tensor lp_pool2d(const Tensor &x, double p, Pair kernel, Pair stride, bool ceil_mode) {
  return lpPooled("lp_pool2d", x, p, kernel, stride, ceil_mode);
}
} // namespace dlc
