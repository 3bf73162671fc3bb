//===- Interpolation.cpp - tensors at other sizes -------------------------===//
// Output i of a dim lies at (i*mul + add) / div of the input, in whole numbers: nearest modes take
// the element there, linear ones the fraction between two neighbours. Dim by dim.
#include "dlc/ops.h"
#include "frontend/ops/Moves.h"
#include <cmath>
#include <numeric>

using namespace mlir;

namespace dlc {
namespace {
/// n elements become o; a step in the input is `rise / run`.
struct Resampling {
  int64_t dim, n, o, rise, run;
  bool bySize; // rise / run is n / o
  double factor = 0;
};
} // namespace

/// The fraction nearest to `x` with a denominator up to 2^20, by continued fractions.
static std::pair<int64_t, int64_t> fraction(double x) {
  int64_t p = 1, q = 0, before = 0, beforeQ = 1;
  double rest = x;
  for (int step = 0; step < 40; ++step) {
    int64_t whole = int64_t(std::floor(rest));
    int64_t nextP = whole * p + before, nextQ = whole * q + beforeQ;
    if (nextQ > (1 << 20))
      break;
    before = std::exchange(p, nextP);
    beforeQ = std::exchange(q, nextQ);
    if (double(p) / double(q) == x || rest - double(whole) < 1e-12)
      break;
    rest = 1 / (rest - double(whole));
  }
  return {p, q};
}

/// x along a dim with one window of one element for each output.
static Tensor picked(const Tensor &x, int64_t dim, int64_t count, int64_t mul, int64_t add,
                     int64_t div) {
  int64_t common = std::gcd(std::gcd(mul, add), div);
  mul /= common, add /= common, div /= common;
  if (div == 1)
    return sliced(x, dim, add, count, mul);
  Tensor one = windows(x, dim, count, 1, mul, add, div);
  return dropped(one, one.dim() - 1);
}

/// PyTorch's place of output i: floor(i * scale), both rounded to Real; "nearest-exact": i + 0.5.
template <class Real> static int64_t nearestPlace(int64_t i, const Resampling &r, bool exact) {
  Real scale = r.bySize ? Real(r.n) / Real(r.o) : Real(1 / r.factor);
  Real place = exact ? (Real(i) + Real(0.5)) * scale : Real(i) * scale;
  return std::min(int64_t(std::floor(place)), r.n - 1);
}

static Tensor nearest(const Tensor &x, const Resampling &r, bool exact) {
  auto placeOf = [&, isDouble = x.dtype() == f64](int64_t i) {
    return isDouble ? nearestPlace<double>(i, r, exact) : nearestPlace<float>(i, r, exact);
  };
  int64_t mul = exact ? 2 * r.rise : r.rise, add = exact ? r.rise : 0;
  int64_t div = exact ? 2 * r.run : r.run;
  bool agrees = true;
  for (int64_t i = 0; i < r.o; ++i)
    agrees &= (i * mul + add) / div == placeOf(i);
  if (agrees && r.o % r.n == 0 && r.bySize) { // each element a whole number of times
    SmallVector<int64_t> sizes(typeOf(x).getShape());
    sizes[r.dim] = r.o;
    return reshaped(repeated(x, r.dim + 1, r.o / r.n), sizes);
  }
  if (agrees)
    return picked(x, r.dim, r.o, mul, add, div);
  // Where rounding falls on the other side of a whole number, the elements are listed.
  SmallVector<Tensor> parts;
  for (int64_t i = 0, end; i < r.o; i = end) {
    for (end = i + 1; end < r.o && placeOf(end) == placeOf(i);)
      ++end;
    Tensor element = dropped(sliced(x, r.dim, placeOf(i), 1), r.dim);
    parts.push_back(repeated(element, r.dim, end - i));
  }
  return joined(parts, r.dim);
}

/// (1 - f) x[floor] + f x[floor + 1]; beyond the ends x keeps its outermost values.
static Tensor linear(const Tensor &x, const Resampling &r, bool alignCorners) {
  int64_t mul = 2 * r.rise, add = r.rise + r.run, div = 2 * r.run, before = 1;
  if (alignCorners) {
    mul = r.o > 1 ? r.n - 1 : 0;
    div = std::max<int64_t>(r.o - 1, 1);
    add = before = 0;
  }
  Tensor first = sliced(x, r.dim, 0, 1), last = sliced(x, r.dim, r.n - 1, 1);
  if (mul == 0) // one input, or one output
    return repeated(dropped(first, r.dim), r.dim, r.o);
  SmallVector<Tensor> parts;
  if (before)
    parts.push_back(first);
  parts.append({x, last});
  Tensor wide = joined(parts, r.dim);
  Tensor below = picked(wide, r.dim, r.o, mul, add, div);
  Tensor above = picked(wide, r.dim, r.o, mul, add + div, div);
  Tensor place = arange(Dim(r.o)) * mul + add;
  Tensor rest = place - quotient(place, div) * div;
  Tensor part = (rest.to(x.dtype() == f64 ? f64 : f32) / double(div)).to(x.dtype());
  SmallVector<int64_t> shape(x.dim(), 1);
  shape[r.dim] = r.o;
  Tensor weight = reshaped(part, shape);
  return below * (1 - weight) + above * weight;
}

Tensor interpolate(const Tensor &x, InterpolateOptions options) {
  RankedTensorType type = typeOf(x);
  int64_t spatial = type.getRank() - 2;
  StringRef mode = options.mode;
  std::string what = "`interpolate` of " + ir::describe(type);
  if (spatial < 1 || spatial > 3)
    fail(what + "; it takes [N, C, spatial...] with 1 to 3 spatial dims");
  StringRef linearName = spatial == 1 ? "linear" : spatial == 2 ? "bilinear" : "trilinear";
  bool isNearest = mode == "nearest" || mode == "nearest-exact";
  if (!isNearest && mode != "area" && mode != linearName)
    fail(what + " with mode `" + mode + "`; there are `nearest`, `nearest-exact`, `" + linearName +
         "` and `area`");
  if (!isNearest && !x.dtype().isFloat())
    fail(what + "; it takes floats, hint: `.to(f32)` first");
  if (options.align_corners && mode != linearName)
    fail("`interpolate` with align_corners and mode `" + mode + "`; it is for `" + linearName +
         "`");
  int64_t sizes = options.size.rank(), factors = options.scale_factor.count;
  if ((sizes == 0) == (factors == 0) || (sizes != 0 && sizes != spatial) ||
      (factors > 1 && factors != spatial))
    fail(what + " with " + Twine(sizes) + " sizes and " + Twine(factors) +
         " factors; it takes a size for each of " + Twine(spatial) +
         " spatial dims, or a factor for each or for all of them");
  SmallVector<Resampling> all;
  for (int64_t i = 0; i < spatial; ++i) {
    if (x.size(int(2 + i)).isDynamic())
      fail(what + "; spatial dims must be static");
    Resampling r{2 + i, type.getDimSize(2 + i), 0, 0, 0, sizes > 0};
    if (sizes) {
      r.o = options.size[int(i)].value();
      r.rise = r.n, r.run = r.o;
    } else {
      r.factor = options.scale_factor.values[factors == 1 ? 0 : i];
      r.o = r.factor > 0 ? int64_t(std::floor(double(r.n) * r.factor)) : 0;
      if (r.o > 0)
        std::tie(r.rise, r.run) = fraction(1 / r.factor);
      r.bySize = r.o * r.rise == r.n * r.run;
    }
    if (r.o < 1 || r.n < 1)
      fail(what + " from " + Twine(r.n) + " to " + Twine(r.o) + " elements along dim " +
           Twine(2 + i) + "; sizes are at least 1");
    all.push_back(r);
  }
  if (mode == "area") {
    if (spatial == 1)
      return adaptive_avg_pool1d(x, all[0].o);
    if (spatial == 2)
      return adaptive_avg_pool2d(x, {all[0].o, all[1].o});
    return adaptive_avg_pool3d(x, {all[0].o, all[1].o, all[2].o});
  }
  Tensor y = x;
  for (const Resampling &r : all)
    y = isNearest                ? nearest(y, r, mode == "nearest-exact")
        : r.n == r.o && r.bySize ? y
                                 : linear(y, r, options.align_corners);
  return y;
}
} // namespace dlc
