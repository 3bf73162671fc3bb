//===- Shape.cpp - other shapes of the same elements ----------------------===//
#include "dlc/ops.h"
#include "frontend/ops/Moves.h"
#include "ir/graph/Reshape.h"

using namespace mlir;

namespace dlc {
Tensor reshape(const Tensor &x, const Shape &shape) {
  RankedTensorType from = typeOf(x);
  // Sizes are compared at the bound; then dynamic dims must stand where the user wrote them.
  int64_t known = 1, inferred = -1;
  SmallVector<int64_t> sizes;
  for (Dim size : shape) {
    if (size == Dim(-1)) {
      if (inferred >= 0)
        fail("`reshape` of " + ir::describe(from) + " with two sizes of -1; one can be inferred");
      inferred = sizes.size();
    } else {
      known *= size.bound();
    }
    sizes.push_back(size.bound());
  }
  int64_t total = from.getNumElements();
  if (inferred >= 0) {
    if (known == 0 || total % known)
      fail("`reshape` of " + ir::describe(from) + " with " + Twine(total) +
           " elements; the sizes beside -1 give " + Twine(known) + ", which does not divide that");
    sizes[inferred] = total / known;
  }
  FailureOr<RankedTensorType> to = ir::reshapedType(tracer().here(), from, sizes);
  if (failed(to))
    throw TraceError();
  SmallVector<ir::LiveDim> live = ir::liveOf(*to);
  for (int i = 0; i < shape.rank(); ++i)
    if (i != inferred && !(tracer().liveOf(shape[i]) == live[i]))
      fail("`reshape` of " + ir::describe(from) + " gives " + ir::describe(*to) +
           ", but the size of dim " + Twine(i) + " was written as " +
           (shape[i].isDynamic() ? ir::describe(tracer().liveOf(shape[i]))
                                 : std::to_string(shape[i].add)) +
           "; hint: a dynamic dim is written as x.size(i), or as -1");
  return tensorOf(reshapeTo(valueOf(x), sizes));
}

Tensor flatten(const Tensor &x, int start, int end) {
  RankedTensorType type = typeOf(x);
  if (type.getRank() == 0)
    return tensorOf(reshapeTo(valueOf(x), {1}));
  int64_t first = checkDim("flatten", start, type.getRank()),
          last = checkDim("flatten", end, type.getRank());
  if (first > last)
    fail("`flatten` from dim " + Twine(first) + " to dim " + Twine(last) +
         "; the first comes first");
  SmallVector<int64_t> sizes;
  for (int64_t i = 0; i < type.getRank(); ++i)
    if (i > first && i <= last)
      sizes.back() *= type.getDimSize(i);
    else
      sizes.push_back(type.getDimSize(i));
  return tensorOf(reshapeTo(valueOf(x), sizes));
}

Tensor ravel(const Tensor &x) { return flatten(x); }

Tensor unflatten(const Tensor &x, int dim, const Shape &sizes) {
  int64_t at = checkDim("unflatten", dim, x.dim());
  Shape all = x.shape(), split;
  for (int i = 0; i < all.rank(); ++i) {
    if (i != at)
      split.append(all[i]);
    else
      for (Dim size : sizes)
        split.append(size);
  }
  Dim known = 1;
  bool inferred = false;
  for (Dim size : sizes)
    if (size == Dim(-1))
      inferred = true;
    else
      known = known * size;
  Dim whole = all[int(at)];
  bool fits = known.isDynamic() || whole.isDynamic() ? inferred || known == whole
              : inferred                             ? known.add > 0 && whole.add % known.add == 0
                                                     : known == whole;
  if (!fits)
    fail("`unflatten` of dim " + Twine(at) + " of " + ir::describe(typeOf(x)) +
         " into sizes with the product " + Twine(known.bound()) +
         "; they must give the size of the dim, and one may be -1");
  return reshape(x, split);
}

Tensor permute(const Tensor &x, const Dims &dims) {
  RankedTensorType type = typeOf(x);
  if (dims.size() != type.getRank())
    fail("`permute` names " + Twine(dims.size()) + " dims of " + ir::describe(type) +
         ", which has " + Twine(type.getRank()));
  (void)checkDims("permute", dims, type.getRank());
  SmallVector<int64_t> perm;
  for (int dim : dims)
    perm.push_back(checkDim("permute", dim, type.getRank()));
  return permuted(x, perm);
}

Tensor transpose(const Tensor &x, int dim0, int dim1) {
  int64_t rank = typeOf(x).getRank();
  SmallVector<int64_t> perm = llvm::to_vector(llvm::seq<int64_t>(0, rank));
  std::swap(perm[checkDim("transpose", dim0, rank)], perm[checkDim("transpose", dim1, rank)]);
  return permuted(x, perm);
}
Tensor swapaxes(const Tensor &x, int dim0, int dim1) { return transpose(x, dim0, dim1); }
Tensor swapdims(const Tensor &x, int dim0, int dim1) { return transpose(x, dim0, dim1); }

Tensor movedim(const Tensor &x, const Dims &from, const Dims &to) {
  int64_t rank = x.dim();
  if (from.size() != to.size())
    fail("`movedim` from " + Twine(from.size()) + " dims to " + Twine(to.size()) +
         " places; it takes as many of each");
  (void)checkDims("movedim", from, rank);
  (void)checkDims("movedim", to, rank);
  SmallVector<int64_t> perm(rank, -1), rest;
  for (int i = 0; i < from.size(); ++i)
    perm[checkDim("movedim", to[i], rank)] = checkDim("movedim", from[i], rank);
  for (int64_t dim = 0; dim < rank; ++dim)
    if (!llvm::is_contained(perm, dim))
      rest.push_back(dim);
  auto next = rest.begin();
  for (int64_t &dim : perm)
    if (dim < 0)
      dim = *next++;
  return permuted(x, perm);
}
Tensor moveaxis(const Tensor &x, const Dims &from, const Dims &to) { return movedim(x, from, to); }

Tensor t(const Tensor &x) {
  RankedTensorType type = typeOf(x);
  if (type.getRank() > 2)
    fail("`t` of " + ir::describe(type) + "; it takes a matrix, hint: transpose(-2, -1)");
  return type.getRank() < 2 ? x : transpose(x, 0, 1);
}

Tensor unsqueeze(const Tensor &x, int dim) {
  RankedTensorType type = typeOf(x);
  int64_t at = checkDim("unsqueeze", dim, type.getRank() + 1);
  SmallVector<int64_t> sizes(type.getShape());
  sizes.insert(sizes.begin() + at, 1);
  return tensorOf(reshapeTo(valueOf(x), sizes));
}

Tensor squeeze(const Tensor &x, const Dims &dims) {
  RankedTensorType type = typeOf(x);
  SmallVector<int64_t> candidates = checkDims("squeeze", dims, type.getRank()), sizes;
  SmallVector<ir::LiveDim> live = ir::liveOf(type);
  for (int64_t i = 0; i < type.getRank(); ++i)
    if (!llvm::is_contained(candidates, i) || type.getDimSize(i) != 1 || live[i].symbol)
      sizes.push_back(type.getDimSize(i));
  return reshaped(x, sizes);
}

Tensor expand(const Tensor &x, const Shape &shape) {
  RankedTensorType from = typeOf(x);
  Shape sizes = shape;
  int leading = shape.rank() - int(from.getRank());
  if (leading < 0)
    fail("`expand` of " + ir::describe(from) + " to " + Twine(shape.rank()) +
         " dims; it cannot remove dims");
  for (int i = 0; i < shape.rank(); ++i)
    if (shape[i] == Dim(-1)) {
      if (i < leading)
        fail("`expand` with a new dim of size -1; -1 keeps a size, and this dim has none yet");
      sizes[i] = x.size(i - leading);
    }
  RankedTensorType to = tracer().typeOf(sizes, x.dtype());
  RankedTensorType common = commonShape("expand", {from, to}, to.getElementType());
  if (common != to)
    fail("`expand` of " + ir::describe(from) + " to " + ir::describe(to) +
         "; only dims of size 1 expand");
  return tensorOf(broadcastTo(valueOf(x), to));
}

Tensor broadcast_to(const Tensor &x, const Shape &shape) { return expand(x, shape); }

Tensor repeat(const Tensor &x, const Shape &times) {
  int64_t rank = x.dim(), leading = times.rank() - rank;
  if (leading < 0)
    fail("`repeat` of " + ir::describe(typeOf(x)) + " with " + Twine(times.rank()) +
         " numbers; it takes one for each dim");
  // [a, b] repeated {2, 3} is [2, a, 3, b] seen as [2 a, 3 b].
  ArrayRef<int64_t> shape = typeOf(x).getShape();
  SmallVector<int64_t> added, counts, sizes;
  for (int64_t i = 0; i < times.rank(); ++i) {
    int64_t count = times[int(i)].value(), size = i < leading ? 1 : shape[i - leading];
    if (count < 0)
      fail("`repeat` " + Twine(count) + " times; it is at least 0");
    if (i < leading || count != 1) {
      added.push_back(
          i < leading ? i : i + llvm::count_if(added, [&](int64_t dim) { return dim >= leading; }));
      counts.push_back(count);
    }
    sizes.push_back(count * size);
  }
  return added.empty() ? x : reshaped(repeated(x, added, counts), sizes);
}

Tensor tile(const Tensor &x, const Shape &times) {
  Shape all;
  for (int i = times.rank(); i < x.dim(); ++i)
    all.append(1);
  for (Dim count : times)
    all.append(count);
  return repeat(x, all);
}

Tensor repeat_interleave(const Tensor &x, Int times, int dim) {
  int64_t at = checkDim("repeat_interleave", dim, x.dim());
  if (times < 0)
    fail("`repeat_interleave` " + Twine(times) + " times; it is at least 0");
  SmallVector<int64_t> sizes(typeOf(x).getShape());
  sizes[at] *= times;
  return reshaped(repeated(x, at + 1, times), sizes);
}
Tensor repeat_interleave(const Tensor &x, Int times) {
  return repeat_interleave(flatten(x), times, 0);
}

Tensors meshgrid(const Tensors &vectors, const char *indexing) {
  bool xy = StringRef(indexing) == "xy";
  if (!xy && StringRef(indexing) != "ij")
    fail("`meshgrid` with indexing `" + Twine(indexing) + "`; there are `ij` and `xy`");
  Shape grid;
  for (const Tensor &vector : vectors) {
    if (vector.dim() > 1)
      fail("`meshgrid` of " + ir::describe(typeOf(vector)) + "; it takes vectors");
    grid.append(vector.dim() ? vector.size(0) : Dim(1));
  }
  bool swaps = xy && grid.rank() > 1;
  Tensors result;
  for (int i = 0; i < vectors.size(); ++i) {
    SmallVector<int64_t> sizes(grid.rank(), 1);
    sizes[i] = grid[i].bound();
    Tensor filled = expand(reshaped(vectors[i], sizes), grid);
    result.append(swaps ? transpose(filled, 0, 1) : filled);
  }
  return result;
}
} // namespace dlc
