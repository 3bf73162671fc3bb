//===- SeveralIndices.cpp - x[i0, i1, ..], read and written -------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Indexing.h"
#include "frontend/ops/Moves.h"
#include "frontend/ops/Subscripts.h"

using namespace mlir;

namespace dlc {
namespace {
/// x[i0, i1, ..] as x' [outer.., places, inner..] and one index of places.
struct Places {
  Tensor flat;  // x'
  Tensor index; // [M], into dim `at` of it
  int64_t at = 0;
  SmallVector<int64_t> perm;   // of x, before dims were joined; empty: none
  SmallVector<int64_t> before; // shape of x then
  RankedTensorType result;     // of x[i0, i1, ..]
};
} // namespace

static Places placesOf(StringRef op, const Tensor &x, ArrayRef<Tensor> given) {
  RankedTensorType type = typeOf(x);
  SmallVector<int64_t> dims, rest;
  SmallVector<RankedTensorType> types;
  if (int64_t(given.size()) > type.getRank())
    fail("`" + op + "` of " + ir::describe(type) + " with " + Twine(given.size()) +
         " indices; there is at most one a dim");
  for (int64_t dim = 0; dim < type.getRank(); ++dim)
    if (dim < int64_t(given.size()) && given[dim].defined()) {
      checkIndex(op, given[dim]);
      dims.push_back(dim);
      types.push_back(ir::withElement(typeOf(given[dim]), tracer().b.getI64Type()));
    } else {
      rest.push_back(dim);
    }
  if (dims.empty())
    fail("`" + op + "` without an index; hint: an undefined Tensor{} stands for `:`");
  RankedTensorType shape = commonShape(op, types, tracer().b.getI64Type());

  Places places;
  bool together = dims.back() - dims.front() + 1 == int64_t(dims.size());
  places.at = together ? dims.front() : 0;
  Tensor moved = x;
  if (!together) {
    places.perm = dims;
    places.perm.append(rest.begin(), rest.end());
    moved = permuted(x, places.perm);
  }
  places.before.assign(typeOf(moved).getShape().begin(), typeOf(moved).getShape().end());

  Tensor number; // one for all indices
  for (int64_t dim : dims) {
    checkIndexRange(op, given[dim], x, dim, /*wraps=*/true);
    Tensor one = wrapped(given[dim], x.size(int(dim)));
    one = tensorOf(broadcastTo(valueOf(one), shape));
    number = number.defined() ? number * type.getDimSize(dim) + one : one;
  }
  places.index = flatten(number);

  SmallVector<int64_t> joined, result;
  SmallVector<ir::LiveDim> live, movedLive = ir::liveOf(typeOf(moved)),
                                 shapeLive = ir::liveOf(shape);
  for (int64_t axis = 0; axis < int64_t(places.before.size()); ++axis) {
    bool indexed = axis >= places.at && axis < places.at + int64_t(dims.size());
    if (indexed && axis > places.at) {
      joined.back() *= places.before[axis];
      continue;
    }
    joined.push_back(places.before[axis]);
    if (indexed) {
      llvm::append_range(result, shape.getShape());
      llvm::append_range(live, shapeLive);
    } else {
      result.push_back(places.before[axis]);
      live.push_back(movedLive[axis]);
    }
  }
  places.flat = tensorOf(reshapeTo(valueOf(moved), joined));
  places.result = ir::tensorOf(result, live, type.getElementType());
  return places;
}

/// x[mask], with the mask from dim `dim` of x on.
static Tensor selectionBy(const Tensor &x, const Tensor &mask, int64_t dim) {
  int rank = mask.dim(), behind = x.dim() - int(dim) - rank;
  bool fits = behind >= 0;
  for (int i = 0; fits && i < rank; ++i)
    fits = mask.size(i) == x.size(int(dim) + i);
  if (!fits)
    fail("an index of " + ir::describe(typeOf(x)) + " by a mask of " + ir::describe(typeOf(mask)) +
         " from dim " + Twine(dim) + " on; a mask has the sizes of the dims that it selects from");
  Tensor spread = mask;
  for (int i = 0; i < behind; ++i)
    spread = unsqueeze(spread, -1);
  return tracer().tensorOf(Selection{x, expand(spread, x.shape()), int(dim), rank});
}

Tensor indexByTensors(const Tensor &x, ArrayRef<Tensor> at) {
  if (llvm::count_if(at, [](const Tensor &one) { return one.defined(); }) == 1)
    for (auto [dim, one] : llvm::enumerate(at))
      if (one.defined() && one.dtype() == boolean)
        return selectionBy(x, one, dim);
  Places places = placesOf("index", x, at);
  Tensor y = slicesAt(places.flat, places.at, places.index);
  return tensorOf(reshapeTo(valueOf(y), places.result.getShape()));
}

Tensor index(const Tensor &x, std::initializer_list<Tensor> indices) {
  return indexByTensors(x, ArrayRef<Tensor>(indices.begin(), indices.size()));
}

Tensor index_put(const Tensor &x, std::initializer_list<Tensor> indices, const Operand &values,
                 bool accumulate) {
  Places places = placesOf("index_put", x, ArrayRef<Tensor>(indices.begin(), indices.size()));
  if (values.kind == Operand::Value &&
      commonShape("index_put", {places.result, typeOf(values.tensor)},
                  places.result.getElementType()) != places.result)
    fail("`index_put` of values " + ir::describe(typeOf(values.tensor)) + " where there are " +
         ir::describe(places.result) + "; they must broadcast to that");
  Tensor source = tensorOf(materialize(values, places.result));
  Tensor at = alongDim(places.index, typeOf(places.flat), places.at);
  source = tensorOf(reshapeTo(valueOf(source), typeOf(at).getShape()));
  Tensor y = accumulate ? scatterInside<ir::ScatterAddOp>(places.flat, places.at, at, source)
                        : scatterInside<ir::ScatterOp>(places.flat, places.at, at, source);
  y = tensorOf(reshapeTo(valueOf(y), places.before));
  if (places.perm.empty())
    return y;
  SmallVector<int64_t> inverse(places.perm.size());
  for (auto [to, from] : llvm::enumerate(places.perm))
    inverse[from] = to;
  return permuted(y, inverse);
}
} // namespace dlc
