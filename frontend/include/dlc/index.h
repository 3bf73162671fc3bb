//===- index.h - what stands between the brackets of x[...] -----*- C++ -*-===//
// `x[0]`, `x[Slice(1, 5)]`, `x(0, Slice(None, None, 2), Ellipsis, None, -1)`: what Python writes
// x[0], x[1:5], x[0, ::2, ..., None, -1].
#ifndef DLC_INDEX_H
#define DLC_INDEX_H
#include "dlc/tensor.h"

namespace dlc {
/// A bound of a Slice that is left out, or a new dim of size 1.
struct NoneType {};
inline constexpr NoneType None;

/// As many whole dims as there are left.
struct EllipsisType {};
inline constexpr EllipsisType Ellipsis;

/// Python's start:stop:step. Negative bounds count from the end and all are cut to the dim; the
/// step is at least 1.
class Slice {
public:
  struct Bound {
    Bound(NoneType) {}
    Bound(int value) : value(value), given(true) {}
    Bound(long value) : value(value), given(true) {}
    Bound(long long value) : value(value), given(true) {}
    Bound(unsigned value) : value(value), given(true) {}
    Bound(unsigned long value) : value(Int(value)), given(true) {}
    Bound(unsigned long long value) : value(Int(value)), given(true) {}
    Bound(Dim value) : value(value), given(true) {}
    Dim value = 0;
    bool given = false;
  };
  Slice(Bound start = None, Bound stop = None, Bound step = None)
      : start(start), stop(stop), step(step) {}
  Bound start, stop, step;
};

/// One of: a number, a Slice, None, Ellipsis, a Tensor of indices or a mask. An undefined Tensor is
/// a Slice of everything.
class Index {
public:
  enum Kind : unsigned char { Number, Range, NewDim, Rest, Elements };
  Index(int number) : number(number), kind(Number) {}
  Index(long number) : number(number), kind(Number) {}
  Index(long long number) : number(number), kind(Number) {}
  Index(unsigned number) : number(number), kind(Number) {}
  Index(unsigned long number) : number(Int(number)), kind(Number) {}
  Index(unsigned long long number) : number(Int(number)), kind(Number) {}
  Index(Dim number) : number(number.value()), kind(Number) {}
  Index(const Slice &range) : range(range), kind(Range) {}
  Index(NoneType) : kind(NewDim) {}
  Index(EllipsisType) : kind(Rest) {}
  Index(const Tensor &elements) : elements(elements), kind(elements.defined() ? Elements : Range) {}

  Int number = 0;
  Slice range;
  Tensor elements;
  Kind kind;
};
} // namespace dlc
#endif
