//===- Columns.cpp - windows as columns and back; pixels and channels -----===//
#include "dlc/ops.h"
#include "frontend/ops/Moves.h"

using namespace mlir;

namespace dlc {
static int64_t countOf(StringRef op, int64_t size, int64_t kernel, const UnfoldOptions &o, int i) {
  int64_t reach = o.dilation[i] * (kernel - 1) + 1, room = size + 2 * o.padding[i] - reach;
  if (kernel < 1 || o.dilation[i] < 1 || o.stride[i] < 1 || o.padding[i] < 0 || room < 0)
    fail("`" + op + "` with a window of " + Twine(kernel) + " by " + Twine(o.stride[i]) +
         ", dilation " + Twine(o.dilation[i]) + " and padding " + Twine(o.padding[i]) +
         " over a dim of " + Twine(size) + "; each is at least 1, and the window must fit");
  return room / o.stride[i] + 1;
}

Tensor unfold(const Tensor &x, Pair kernel, UnfoldOptions o) {
  RankedTensorType type = typeOf(x);
  if (type.getRank() != 4)
    fail("`unfold` of " + ir::describe(type) + "; it takes [N, C, H, W]");
  SmallVector<int64_t> amounts{0, 0, o.padding[0], o.padding[1]}, none(4, 0);
  Tensor y = padded(x, amounts, amounts, none, 0);
  int64_t count[2];
  for (int i = 0; i < 2; ++i) {
    count[i] = countOf("unfold", type.getDimSize(2 + i), kernel[i], o, i);
    y = windows(y, 2 + i, count[i], kernel[i], o.stride[i], 0, 1, o.dilation[i]);
  }
  y = permuted(y, {0, 1, 4, 5, 2, 3}); // [n, c, kh, kw, h, w]
  return reshaped(
      y, {type.getDimSize(0), type.getDimSize(1) * kernel[0] * kernel[1], count[0] * count[1]});
}

// Spread out by the stride once; then each place of the window is a shift.
Tensor fold(const Tensor &x, Pair size, Pair kernel, UnfoldOptions o) {
  RankedTensorType type = typeOf(x);
  int64_t places = kernel[0] * kernel[1], count[2];
  SmallVector<int64_t> low(5, 0), high(5, 0), interior(5, 0);
  for (int i = 0; i < 2; ++i) {
    count[i] = countOf("fold", size[i], kernel[i], o, i);
    low[3 + i] = (kernel[i] - 1) * o.dilation[i];
    high[3 + i] = size[i] + 2 * o.padding[i] - ((count[i] - 1) * o.stride[i] + 1);
    interior[3 + i] = o.stride[i] - 1;
  }
  if (type.getRank() != 3 || type.getDimSize(1) % places ||
      type.getDimSize(2) != count[0] * count[1])
    fail("`fold` of " + ir::describe(type) + "; it takes [N, C * " + Twine(places) + ", " +
         Twine(count[0] * count[1]) + "], a column for each window");
  int64_t channels = type.getDimSize(1) / places;
  Tensor columns = reshaped(x, {type.getDimSize(0), channels, places, count[0], count[1]});
  Tensor spread = padded(columns, low, high, interior, 0), sum;
  for (int64_t place = 0; place < places; ++place) {
    Tensor part = dropped(sliced(spread, 2, place, 1), 2);
    int64_t at[2] = {place / kernel[1], place % kernel[1]};
    for (int i = 0; i < 2; ++i)
      part = sliced(part, 2 + i, low[3 + i] - at[i] * o.dilation[i] + o.padding[i], size[i]);
    sum = sum.defined() ? sum + part : part;
  }
  return sum;
}

Tensor pixel_shuffle(const Tensor &x, Int r) {
  RankedTensorType type = typeOf(x);
  int64_t rank = type.getRank();
  if (rank < 3 || r < 1 || type.getDimSize(rank - 3) % (r * r))
    fail("`pixel_shuffle` of " + ir::describe(type) + " by " + Twine(r) +
         "; it takes [.., C, H, W] with C a multiple of its square");
  SmallVector<int64_t> sizes(type.getShape().drop_back(3)), perm;
  int64_t lead = rank - 3, c = type.getDimSize(lead), h = type.getDimSize(lead + 1),
          w = type.getDimSize(lead + 2);
  SmallVector<int64_t> result(sizes);
  sizes.append({c / (r * r), r, r, h, w});
  result.append({c / (r * r), h * r, w * r});
  for (int64_t i = 0; i < lead; ++i)
    perm.push_back(i);
  for (int64_t i : {0, 3, 1, 4, 2})
    perm.push_back(lead + i);
  return reshaped(permuted(reshaped(x, sizes), perm), result);
}

Tensor pixel_unshuffle(const Tensor &x, Int r) {
  RankedTensorType type = typeOf(x);
  int64_t rank = type.getRank();
  if (rank < 3 || r < 1 || type.getDimSize(rank - 2) % r || type.getDimSize(rank - 1) % r)
    fail("`pixel_unshuffle` of " + ir::describe(type) + " by " + Twine(r) +
         "; it takes [.., C, H, W] with H and W multiples of that");
  SmallVector<int64_t> sizes(type.getShape().drop_back(3)), perm;
  int64_t lead = rank - 3, c = type.getDimSize(lead), h = type.getDimSize(lead + 1) / r,
          w = type.getDimSize(lead + 2) / r;
  SmallVector<int64_t> result(sizes);
  sizes.append({c, h, r, w, r});
  result.append({c * r * r, h, w});
  for (int64_t i = 0; i < lead; ++i)
    perm.push_back(i);
  for (int64_t i : {0, 2, 4, 1, 3})
    perm.push_back(lead + i);
  return reshaped(permuted(reshaped(x, sizes), perm), result);
}
} // namespace dlc
