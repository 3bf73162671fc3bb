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

Tensor indexByTensors(const Tensor &x, ArrayRef<std::optional<Tensor>>) {
  fail("an index of " + ir::describe(typeOf(x)) +
       " by tensors; hint: `where(mask, x, y)`, or numbers and slices between the brackets");
}

Tensor Tensor::index(std::initializer_list<Index> at) const {
  int64_t taken = 0, rests = 0;
  for (const Index &one : at) {
    bool mask = one.kind == Index::Elements && one.elements.dtype() == boolean;
    taken += mask                                                   ? one.elements.dim()
             : one.kind == Index::NewDim || one.kind == Index::Rest ? 0
                                                                    : 1;
    rests += one.kind == Index::Rest;
  }
  if (rests > 1)
    fail("two Ellipsis between one pair of brackets; one takes all dims that are left");
  if (taken > dim())
    fail("an index of " + Twine(taken) + " dims for " + ir::describe(typeOf(*this)) +
         ", which has " + Twine(dim()));
  Tensor x = *this;
  int64_t here = 0, left = dim() - taken;
  llvm::SmallVector<std::optional<Tensor>> elements; // by dim of x
  auto keep = [&] {
    elements.resize(here + 1);
    ++here;
  };
  bool chooses = false;
  for (const Index &one : at) {
    switch (one.kind) {
    case Index::Number:
      x = dlc::select(x, int(here), one.number);
      break;
    case Index::Range:
      x = ranged(x, here, one.range);
      keep();
      break;
    case Index::NewDim:
      x = dlc::unsqueeze(x, int(here));
      keep();
      break;
    case Index::Rest:
      for (int64_t i = 0; i < left; ++i)
        keep();
      break;
    case Index::Elements: {
      int64_t covered = one.elements.dtype() == boolean ? one.elements.dim() : 1;
      elements.resize(here + covered);
      if (covered == 0)
        fail("an index by a 0-d mask; hint: `where(mask, x, 0)`");
      elements[here] = one.elements;
      here += covered;
      chooses = true;
      break;
    }
    }
  }
  if (!chooses)
    return x;
  elements.resize(x.dim());
  return indexByTensors(x, elements);
}

Tensor Tensor::operator[](const Index &at) const { return index({at}); }
} // namespace dlc
