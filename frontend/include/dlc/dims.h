//===- dims.h - dimensions by number, numbers by dimension -------*- C++ -*-===//
#ifndef DLC_DIMS_H
#define DLC_DIMS_H
#include "dlc/shape.h"

namespace dlc {
/// A number for each of N spatial dims: one for all of them, or `{height, width}`.
template <int N> class PerDim {
public:
  PerDim(int all) : PerDim(Int(all)) {}
  PerDim(long all) : PerDim(Int(all)) {}
  PerDim(Int all) {
    for (Int &value : values)
      value = all;
  }
  template <class... T>
    requires(N > 1 && sizeof...(T) == N)
  PerDim(T... each) : values{Int(each)...} {}
  Int operator[](int i) const { return values[i]; }
  const Int *begin() const { return values; }
  const Int *end() const { return values + N; }

private:
  Int values[N];
};
using Single = PerDim<1>;
using Pair = PerDim<2>;
using Triple = PerDim<3>;

/// Dimensions of a tensor by number; negative ones count from the end. `{}` is all of them.
class Dims {
public:
  Dims() = default;
  Dims(int dim) : dims{dim}, count(1) {}
  Dims(std::initializer_list<int> list) {
    for (int dim : list)
      append(dim);
  }
  void append(int dim) {
    if (count == Shape::maxRank)
      detail::tooManyDims(Shape::maxRank + 1);
    dims[count++] = dim;
  }
  int size() const { return count; }
  int operator[](int i) const { return dims[i]; }
  const int *begin() const { return dims; }
  const int *end() const { return dims + count; }

private:
  int dims[Shape::maxRank] = {};
  int count = 0;
};
} // namespace dlc
#endif
