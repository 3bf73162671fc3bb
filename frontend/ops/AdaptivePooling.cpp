//===- AdaptivePooling.cpp - pooling to a given size ----------------------===//
// Window i of o over n elements is floor(i n / o) to ceil((i + 1) n / o). Where o divides n these
// are tiles; else their sizes differ by one, and windows of the larger size are masked.
#include "dlc/ops.h"
#include "frontend/ops/Pooling.h"
#include <limits>

using namespace mlir;

namespace dlc {
namespace {
/// The windows along one dim.
struct Uneven {
  Uneven(int64_t n, int64_t o) : n(n), o(o) {
    for (int64_t i = 0; i < o; ++i)
      longest = std::max(longest, endOf(i) - beginOf(i));
  }
  int64_t beginOf(int64_t i) const { return i * n / o; }
  int64_t endOf(int64_t i) const { return llvm::divideCeil((i + 1) * n, o); }
  Tensor beginOf(const Tensor &i) const { return quotient(i * n, o); }
  Tensor endOf(const Tensor &i) const { return quotient((i + 1) * n + (o - 1), o); }
  bool even() const { return n % o == 0; }

  /// [.., n, ..] as [.., o, .., longest].
  Tensor cut(const Tensor &x, int64_t dim) const {
    SmallVector<int64_t> none(x.dim(), 0), high(none);
    high[dim] = std::max<int64_t>(beginOf(o - 1) + longest - n, 0);
    return windows(padded(x, none, high, none, 0), dim, o, longest, n, 0, o);
  }
  /// Whether an element of `cut` lies in its window.
  Tensor inside(const Tensor &cut, int64_t dim) const {
    Tensor i = indexAlong(cut, dim, i32), k = indexAlong(cut, cut.dim() - 1, i32);
    return beginOf(i) + k < endOf(i);
  }
  int64_t n, o, longest = 0;
};
} // namespace

static SmallVector<Uneven> windowsOf(StringRef op, const Tensor &x, ArrayRef<Int> size) {
  SmallVector<Uneven> all;
  for (auto [i, count] : llvm::enumerate(size)) {
    int64_t extent = typeOf(x).getDimSize(2 + i);
    if (count < 1 || extent < 1)
      fail("`" + op + "` of " + ir::describe(typeOf(x)) + " to a size of " + Twine(count) +
           "; sizes are at least 1");
    all.push_back(Uneven(extent, count));
  }
  return all;
}

template <int N>
static Tensor adaptiveAverage(StringRef op, const Tensor &input, const PerDim<N> &size) {
  PoolWindows w(op, input, N);
  SmallVector<Uneven> all = windowsOf(op, w.x, {size.begin(), N});
  SmallVector<int64_t> tiles;
  Tensor x = w.x;
  for (auto [i, dim] : llvm::enumerate(all)) {
    tiles.push_back(dim.o); // of 1 element where the dim is done already
    if (dim.even())
      continue;
    Tensor cut = dim.cut(x, 2 + i);
    Tensor total = sum(where(dim.inside(cut, 2 + i), cut, 0), -1);
    Tensor at = indexAlong(total, 2 + i, i32);
    x = total / (dim.endOf(at) - dim.beginOf(at)).to(x.dtype());
  }
  return w.unbatched(meanOfTiles(x, tiles));
}

template <int N>
static PoolResult adaptiveMaximum(StringRef op, const Tensor &input, const PerDim<N> &size,
                                  bool indices) {
  PoolWindows w(op, input, N);
  SmallVector<Uneven> all = windowsOf(op, w.x, {size.begin(), N});
  Tensor x = w.x;
  SmallVector<int64_t> kernel, ones(N, 1);
  for (auto [i, dim] : llvm::enumerate(all)) { // windows laid out behind each other
    kernel.push_back(dim.longest);
    if (dim.even())
      continue;
    Tensor cut = dim.cut(x, 2 + i);
    cut = where(dim.inside(cut, 2 + i), cut, -std::numeric_limits<double>::infinity());
    SmallVector<int64_t> perm = llvm::to_vector(llvm::seq<int64_t>(0, x.dim()));
    perm.insert(perm.begin() + 3 + i, x.dim());
    SmallVector<int64_t> sizes(typeOf(x).getShape());
    sizes[2 + i] = dim.o * dim.longest;
    x = reshaped(permuted(cut, perm), sizes);
  }
  MaxPooled result = maxPool(x, kernel, kernel, ones);
  PoolResult both{w.unbatched(result.values), {}};
  if (indices) {
    auto beginOf = [&](int64_t i, Tensor window) { return all[i].beginOf(window); };
    both.indices = w.unbatched(flatPlaces(w.x, result.places, kernel, beginOf, ones));
  }
  return both;
}

#define DLC_ADAPTIVE_POOL(n)                                                                       \
  Tensor adaptive_avg_pool##n##d(const Tensor &x, PerDim<n> size) {                                \
    return adaptiveAverage("adaptive_avg_pool" #n "d", x, size);                                   \
  }                                                                                                \
  Tensor adaptive_max_pool##n##d(const Tensor &x, PerDim<n> size) {                                \
    return adaptiveMaximum("adaptive_max_pool" #n "d", x, size, false).values;                     \
  }                                                                                                \
  PoolResult adaptive_max_pool##n##d_with_indices(const Tensor &x, PerDim<n> size) {               \
    return adaptiveMaximum("adaptive_max_pool" #n "d", x, size, true);                             \
  }
DLC_ADAPTIVE_POOL(1)
DLC_ADAPTIVE_POOL(2)
DLC_ADAPTIVE_POOL(3)
#undef DLC_ADAPTIVE_POOL
} // namespace dlc
