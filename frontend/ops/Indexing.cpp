//===- Indexing.cpp - elements at indices -----------------------------------===//
// PyTorch's functions in terms of two forms, dlc.gather and dlc.scatter*: indices have the shape of
// what is read or written, so an index of slices is broadcast along the slices.
#include "frontend/ops/Indexing.h"
#include "dlc/ops.h"
#include "frontend/ops/Subscripts.h"
#include <limits>

using namespace mlir;

namespace dlc {
static void checkIndex(StringRef op, const Tensor &index) {
  if (!index.dtype().isInt())
    fail("`" + op + "` with indices of " + ir::describe(typeOf(index)) +
         "; indices are ints, hint: `.to(i64)` first, and masked_select takes masks");
}

Tensor one_hot(const Tensor &indices, Int classes) {
  if (!indices.dtype().isInt())
    fail("`one_hot` of " + ir::describe(typeOf(indices)) +
         "; it takes indices, hint: `.to(i64)` first");
  // Numbers of classes may lie beyond u8.
  Tensor wide = indices.dtype() == u8 ? indices.to(i64) : indices;
  checkRange("one_hot", indices, Dim(classes),
             "class {index} is out of range for {size} classes; hint: a class is 0..{last}");
  Tensor hit = unsqueeze(wide, -1) == arange(Dim(classes), wide.dtype());
  return hit.to(i64);
}

//===- Reading ----------------------------------------------------------------===//

Tensor gatherInside(const Tensor &x, int64_t dim, const Tensor &index) {
  ir::GatherOp::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(dim);
  Value from = valueOf(x), at = valueOf(index);
  return tensorOf(infer<ir::GatherOp>({from, at}, properties).getY());
}

Tensor gather(const Tensor &x, int dim, const Tensor &index) {
  checkIndex("gather", index);
  int64_t at = checkDim("gather", dim, x.dim());
  checkIndexRange("gather", index, x, at);
  return gatherInside(x, at, index);
}

/// The type with dim `dim` as the only one of `size`.
static RankedTensorType withDim(RankedTensorType type, int64_t dim, RankedTensorType size,
                                Type element) {
  SmallVector<int64_t> shape(type.getShape());
  SmallVector<ir::LiveDim> live = ir::liveOf(type);
  shape[dim] = size.getDimSize(0);
  live[dim] = ir::liveOf(size)[0];
  return ir::tensorOf(shape, live, element);
}

/// An index of slices as one of elements: of `whole`'s shape, but as long along `dim` as it is.
static Tensor alongDim(const Tensor &index, RankedTensorType whole, int64_t dim) {
  RankedTensorType own = typeOf(index);
  RankedTensorType type = withDim(whole, dim, own, own.getElementType());
  SmallVector<int64_t> added;
  for (int64_t axis = 0; axis < type.getRank(); ++axis)
    if (axis != dim)
      added.push_back(axis);
  return added.empty() ? index : tensorOf(make<ir::BroadcastOp>(type, valueOf(index), added));
}

/// An index of one dim; a 0-d one names one slice.
static Tensor row(StringRef op, const Tensor &index) {
  checkIndex(op, index);
  if (index.dim() > 1)
    fail("`" + op + "` with an index of " + ir::describe(typeOf(index)) +
         "; it has one dim, hint: `gather` takes an index for each element");
  return index.dim() ? index : unsqueeze(index, 0);
}

Tensor take_along_dim(const Tensor &x, const Tensor &indices, int dim) {
  checkIndex("take_along_dim", indices);
  if (x.dim() != indices.dim())
    fail("`take_along_dim` of " + ir::describe(typeOf(x)) + " with indices of " +
         ir::describe(typeOf(indices)) + "; both have the same number of dims");
  int64_t at = checkDim("take_along_dim", dim, x.dim());
  // Broadcast as if both were as long along `dim`.
  RankedTensorType one = RankedTensorType::get({1}, typeOf(x).getElementType());
  RankedTensorType common = commonShape("take_along_dim",
                                        {withDim(typeOf(x), at, one, one.getElementType()),
                                         withDim(typeOf(indices), at, one, one.getElementType())},
                                        one.getElementType());
  auto spread = [&](const Tensor &tensor) {
    RankedTensorType type = typeOf(tensor);
    auto length = ir::tensorOf(type.getDimSize(at), ir::liveOf(type)[at], type.getElementType());
    return tensorOf(
        broadcastTo(valueOf(tensor), withDim(common, at, length, type.getElementType())));
  };
  checkIndexRange("take_along_dim", indices, x, at);
  Tensor from = spread(x);
  return gatherInside(from, at, spread(indices));
}

/// Negative indices count from the end.
static Tensor wrapped(const Tensor &index, Dim size) {
  Tensor wide = index.to(i64);
  return where(wide < 0, wide + size, wide);
}

Tensor take(const Tensor &x, const Tensor &indices) {
  checkIndex("take", indices);
  Tensor flat = flatten(x), at = flatten(wrapped(indices, flat.size(0)));
  checkRange("take", indices, flat.size(0),
             "index {index} is out of range for {size} elements; hint: an index is "
             "-{size}..{last}",
             /*wraps=*/true);
  return tensorOf(reshapeTo(valueOf(gatherInside(flat, 0, at)), typeOf(indices).getShape()));
}

/// The slices that an index of one dim names.
static Tensor slicesAt(const Tensor &x, int64_t dim, const Tensor &index) {
  return gatherInside(x, dim, alongDim(index, typeOf(x), dim));
}

Tensor index_select(const Tensor &x, int dim, const Tensor &index) {
  Tensor at = row("index_select", index);
  int64_t axis = checkDim("index_select", dim, x.dim());
  checkIndexRange("index_select", at, x, axis);
  return slicesAt(x, axis, at);
}

Tensor embedding(const Tensor &indices, const Tensor &weight, EmbeddingOptions options) {
  checkIndex("embedding", indices);
  if (weight.dim() != 2)
    fail("`embedding` with a weight of " + ir::describe(typeOf(weight)) + "; it is [rows, size]");
  checkIndexRange("embedding", indices, weight, 0);
  Tensor rows = slicesAt(weight, 0, flatten(indices));
  SmallVector<int64_t> shape(typeOf(indices).getShape());
  shape.push_back(typeOf(weight).getDimSize(1));
  Tensor y = tensorOf(reshapeTo(valueOf(rows), shape));
  if (options.padding_idx == EmbeddingOptions::none)
    return y;
  Int row = options.padding_idx;
  Tensor padding =
      unsqueeze(indices, -1) == (row < 0 ? Operand(weight.size(0) + row) : Operand(row));
  return where(padding, detach(y), y);
}

//===- Several indices ----------------------------------------------------------===//

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
    ir::PermuteOp::Properties properties;
    properties.perm = ints(places.perm);
    moved = tensorOf(infer<ir::PermuteOp>(valueOf(x), properties));
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

//===- Writing ------------------------------------------------------------------===//

template <class OpT>
static Tensor put(const Tensor &x, int64_t dim, const Tensor &index, const Tensor &src) {
  typename OpT::Properties properties;
  properties.dim = tracer().b.getI64IntegerAttr(dim);
  Value elements = valueOf(src), at = valueOf(index), base = valueOf(x);
  return tensorOf(infer<OpT>({elements, at, base}, properties).getY());
}

Tensor scatterInside(const Tensor &x, int64_t dim, const Tensor &index, const Tensor &src) {
  return put<ir::ScatterOp>(x, dim, index, src);
}
Tensor scatterAddInside(const Tensor &x, int64_t dim, const Tensor &index, const Tensor &src) {
  return put<ir::ScatterAddOp>(x, dim, index, src);
}

/// src in x's dtype and in the shape of the index, which may be a corner of its own.
static Tensor sourceFor(StringRef op, const Tensor &x, const Tensor &index, const Operand &src) {
  checkIndex(op, index);
  RankedTensorType type = ir::withElement(typeOf(index), typeOf(x).getElementType());
  if (src.kind != Operand::Value)
    return tensorOf(materialize(src, type));
  Tensor corner = tensorOf(convertTo(valueOf(src.tensor), type.getElementType()));
  for (int64_t axis = 0; axis < std::min(type.getRank(), typeOf(corner).getRank()); ++axis)
    if (type.getDimSize(axis) < typeOf(corner).getDimSize(axis))
      corner = narrow(corner, int(axis), 0, type.getDimSize(axis));
  return corner;
}

Tensor scatter(const Tensor &x, int dim, const Tensor &index, const Operand &src) {
  Tensor source = sourceFor("scatter", x, index, src);
  int64_t at = checkDim("scatter", dim, x.dim());
  checkIndexRange("scatter", index, x, at);
  return scatterInside(x, at, index, source);
}

Tensor scatter_add(const Tensor &x, int dim, const Tensor &index, const Tensor &src) {
  Tensor source = sourceFor("scatter_add", x, index, src);
  int64_t at = checkDim("scatter_add", dim, x.dim());
  checkIndexRange("scatter_add", index, x, at);
  return scatterAddInside(x, at, index, source);
}

Tensor scatter_reduce(const Tensor &x, int dim, const Tensor &index, const Tensor &src,
                      const char *reduce, bool include_self) {
  StringRef kind = reduce;
  if (!llvm::is_contained({"sum", "prod", "mean", "amax", "amin"}, kind))
    fail("`scatter_reduce` by \"" + kind + "\"; it is sum, prod, mean, amax or amin");
  if (kind == "amin")
    return -scatter_reduce(-x, dim, index, -src, "amax", include_self);
  if (kind == "mean" && !x.dtype().isFloat())
    fail("`scatter_reduce` by \"mean\" of " + ir::describe(typeOf(x)) +
         "; a mean is of floats, hint: `.to(f32)` first");
  int64_t at = checkDim("scatter_reduce", dim, x.dim());
  Tensor source = sourceFor("scatter_reduce", x, index, src), base = x;
  checkIndexRange("scatter_reduce", index, x, at);
  if (!include_self) {
    double neutral = kind == "prod" ? 1 : 0;
    if (kind == "amax")
      neutral = x.dtype().isFloat() ? -std::numeric_limits<double>::infinity()
                                    : (x.dtype() == i32 ? -0x1p31 : -0x1p63);
    base = put<ir::ScatterOp>(x, at, index, full(source.shape(), neutral, x.dtype()));
  }
  if (kind == "prod")
    return put<ir::ScatterMulOp>(base, at, index, source);
  if (kind == "amax")
    return put<ir::ScatterMaxOp>(base, at, index, source);
  Tensor total = put<ir::ScatterAddOp>(base, at, index, source);
  if (kind == "sum")
    return total;
  Tensor start = full(x.shape(), include_self, x.dtype());
  Tensor count = put<ir::ScatterAddOp>(start, at, index, ones_like(source));
  return total / maximum(count, 1);
}

/// Slices of source with their indices, for functions that take one index a slice.
template <class OpT>
static Tensor putSlices(StringRef op, const Tensor &x, int dim, const Tensor &index,
                        const Operand &source) {
  Tensor at = row(op, index);
  int64_t axis = checkDim(op, dim, x.dim());
  checkIndexRange(op, at, x, axis);
  Tensor spread = alongDim(at, typeOf(x), axis);
  RankedTensorType type = ir::withElement(typeOf(spread), typeOf(x).getElementType());
  if (source.kind == Operand::Value && !(source.tensor.shape() == spread.shape()))
    fail("`" + op + "` of " + ir::describe(typeOf(source.tensor)) + " to " +
         ir::describe(typeOf(x)) + " at indices of " + ir::describe(typeOf(at)) + " along dim " +
         Twine(axis) + "; the source is " + ir::describe(type));
  return put<OpT>(x, axis, spread, tensorOf(materialize(source, type)));
}

Tensor index_add(const Tensor &x, int dim, const Tensor &index, const Tensor &source,
                 double alpha) {
  Tensor scaled = alpha == 1 ? source : (source * alpha).to(source.dtype());
  return putSlices<ir::ScatterAddOp>("index_add", x, dim, index, scaled);
}

Tensor index_copy(const Tensor &x, int dim, const Tensor &index, const Tensor &source) {
  return putSlices<ir::ScatterOp>("index_copy", x, dim, index, source);
}

Tensor index_fill(const Tensor &x, int dim, const Tensor &index, const Operand &value) {
  if (value.kind == Operand::Value && value.tensor.dim() != 0)
    fail("`index_fill` with a value of " + ir::describe(typeOf(value.tensor)) +
         "; it is a number, or 0-d");
  Operand number = value;
  if (value.kind == Operand::Value) {
    Tensor at = row("index_fill", index);
    Tensor spread = alongDim(at, typeOf(x), checkDim("index_fill", dim, x.dim()));
    number = expand(value.tensor, spread.shape());
  }
  return putSlices<ir::ScatterOp>("index_fill", x, dim, index, number);
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
  Tensor y = accumulate ? put<ir::ScatterAddOp>(places.flat, places.at, at, source)
                        : put<ir::ScatterOp>(places.flat, places.at, at, source);
  y = tensorOf(reshapeTo(valueOf(y), places.before));
  if (places.perm.empty())
    return y;
  SmallVector<int64_t> inverse(places.perm.size());
  for (auto [to, from] : llvm::enumerate(places.perm))
    inverse[from] = to;
  ir::PermuteOp::Properties properties;
  properties.perm = ints(inverse);
  return tensorOf(infer<ir::PermuteOp>(valueOf(y), properties));
}
} // namespace dlc
