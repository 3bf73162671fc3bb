//===- Subscripts.cpp - x[...] and x.index({...}) -------------------------===//
#include "frontend/ops/Subscripts.h"
#include "dlc/ops.h"
#include "frontend/ops/Moves.h"

using namespace mlir;

namespace dlc {
/// The elements of `dim` that start:stop:step names, as Python reads it.
static Tensor ranged(const Tensor &x, int64_t dim, const Slice &range) {
  RankedTensorType type = typeOf(x);
  Dim size = x.size(int(dim));
  Int step = range.step.given ? range.step.value.value() : 1;
  if (step < 1)
    fail("a slice of dim " + Twine(dim) + " of " + ir::describe(type) + " with step " +
         Twine(step) + "; steps are at least 1, hint: x.flip(" + Twine(dim) + ") first");
  bool fromStart = !range.start.given || range.start.value == Dim(0);
  bool toEnd = !range.stop.given || range.stop.value == size;
  if (fromStart && toEnd && step == 1)
    return x;
  if (size.isDynamic())
    fail("a slice of dynamic dim " + Twine(dim) + " of " + ir::describe(type) +
         "; only static dims have parts, hint: Slice() takes all of it");
  int64_t extent = size.value();
  auto place = [&](const Slice::Bound &bound, int64_t otherwise) {
    if (!bound.given)
      return otherwise;
    int64_t value = bound.value.value();
    return std::clamp<int64_t>(value < 0 ? value + extent : value, 0, extent);
  };
  int64_t start = place(range.start, 0), stop = place(range.stop, extent);
  int64_t count = std::max<int64_t>(llvm::divideCeilSigned(stop - start, step), 0);
  return sliced(x, dim, count ? start : 0, count, step);
}

/// How many dims of the tensor it is about; Ellipsis takes what the others leave.
static int64_t dimsOf(const Index &one) {
  switch (one.kind) {
  case Index::Number:
  case Index::Range:
    return 1;
  case Index::NewDim:
  case Index::Rest:
    return 0;
  case Index::Elements:
    return one.elements.dtype() == boolean ? one.elements.dim() : 1;
  }
  llvm_unreachable("every kind has a case");
}

Tensor Tensor::index(std::initializer_list<Index> at) const {
  int64_t taken = 0, rests = 0;
  for (const Index &one : at) {
    taken += dimsOf(one);
    rests += one.kind == Index::Rest;
  }
  if (rests > 1)
    fail("two Ellipsis between one pair of brackets; one takes all dims that are left");
  if (taken > dim())
    fail("an index of " + Twine(taken) + " dims for " + ir::describe(typeOf(*this)) +
         ", which has " + Twine(dim()));
  Tensor x = *this;
  int64_t here = 0;             // the dim of x that comes next
  SmallVector<Tensor> elements; // by dim of x; undefined: all of it
  bool chooses = false;
  for (const Index &one : at) {
    switch (one.kind) {
    case Index::Number:
      x = dlc::select(x, int(here), one.number);
      break;
    case Index::Range:
      x = ranged(x, here++, one.range);
      break;
    case Index::NewDim:
      x = dlc::unsqueeze(x, int(here++));
      break;
    case Index::Rest:
      here += dim() - taken;
      break;
    case Index::Elements:
      if (dimsOf(one) == 0)
        fail("an index by a 0-d mask; hint: `where(mask, x, 0)`");
      elements.resize(here + 1);
      elements[here] = one.elements;
      here += dimsOf(one);
      chooses = true;
      break;
    }
  }
  if (!chooses)
    return x;
  elements.resize(x.dim());
  return indexByTensors(x, elements);
}

Tensor Tensor::operator[](const Index &at) const { return index({at}); }
} // namespace dlc
