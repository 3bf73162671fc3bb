//===- shape.h - other shapes of the same elements, parts, joins -*- C++ -*-===//
// Any dtype. Dims are counted from the end where negative. What moves elements along a dynamic
// dim (a part of it, a join along it, another order) is an error; other dims may be dynamic.
// Nothing is written through what these give: they are values, not views.
#ifndef DLC_OPS_SHAPE_H
#define DLC_OPS_SHAPE_H
#include "dlc/tensor.h"

namespace dlc {
/// The elements in row-major order in another shape; one size may be -1. A dynamic dim may be
/// split or joined with those behind it. Errors: other numbers of elements.
Tensor reshape(const Tensor &x, const Shape &shape);
/// Dims `start` to `end` as one; a scalar becomes [1].
Tensor flatten(const Tensor &x, int start = 0, int end = -1);
Tensor ravel(const Tensor &x);
/// `dim` split into `sizes`, of which one may be -1.
Tensor unflatten(const Tensor &x, int dim, const Shape &sizes);
/// Dim i of the result is dim `dims[i]` of x.
Tensor permute(const Tensor &x, const Dims &dims);
Tensor transpose(const Tensor &x, int dim0, int dim1);
Tensor swapaxes(const Tensor &x, int dim0, int dim1);
Tensor swapdims(const Tensor &x, int dim0, int dim1);
/// Dims `from` at the places `to`, the others in their order.
Tensor movedim(const Tensor &x, const Dims &from, const Dims &to);
Tensor moveaxis(const Tensor &x, const Dims &from, const Dims &to);
/// A matrix transposed; a vector as it is.
Tensor t(const Tensor &x);
Tensor unsqueeze(const Tensor &x, int dim);
/// Without those of `dims` that have size 1; `{}`: without all of size 1.
Tensor squeeze(const Tensor &x, const Dims &dims = {});
/// Dims of size 1 repeated to these sizes, and new ones in front; -1 keeps a size.
Tensor expand(const Tensor &x, const Shape &shape);
Tensor broadcast_to(const Tensor &x, const Shape &shape);
/// x behind itself `times[i]` times along dim i; more numbers than dims make new ones in front.
Tensor repeat(const Tensor &x, const Shape &times);
/// The same, where fewer numbers than dims are for the last ones.
Tensor tile(const Tensor &x, const Shape &times);
/// Each element along `dim` `times` times in a row; without a dim, of x flattened.
Tensor repeat_interleave(const Tensor &x, Int times);
Tensor repeat_interleave(const Tensor &x, Int times, int dim);
/// Coordinates of a grid: one tensor a vector, all of the shape [size of each]. With indexing
/// "xy" the first two dims are swapped.
Tensors meshgrid(const Tensors &vectors, const char *indexing = "ij");

/// `length` elements of `dim` from `start` on. Errors: an end beyond the dim.
Tensor narrow(const Tensor &x, int dim, Int start, Int length);
/// Element `index` along `dim`, which vanishes.
Tensor select(const Tensor &x, int dim, Int index);
/// Parts of `size` elements along `dim`, the last with what is left; or parts of these sizes.
Tensors split(const Tensor &x, Int size, int dim = 0);
Tensors split(const Tensor &x, std::initializer_list<Int> sizes, int dim = 0);
/// At most `chunks` parts of one size, the last smaller.
Tensors chunk(const Tensor &x, Int chunks, int dim = 0);
/// The elements along `dim`, each without it.
Tensors unbind(const Tensor &x, int dim = 0);
/// In reverse along `dims`.
Tensor flip(const Tensor &x, const Dims &dims);
/// Shifted, what leaves at the end comes in at the front; without dims, of x flattened.
Tensor roll(const Tensor &x, const Dims &shifts, const Dims &dims = {});

/// The lower (upper) triangle of the last two dims, 0 elsewhere: column - row <= (>=) diagonal.
Tensor tril(const Tensor &x, Int diagonal = 0);
Tensor triu(const Tensor &x, Int diagonal = 0);
/// The elements with index in dim2 - index in dim1 = offset, along a new last dim.
Tensor diagonal(const Tensor &x, Int offset = 0, int dim1 = 0, int dim2 = 1);
/// Of a vector the square matrix with it as a diagonal, 0 elsewhere; of a matrix its diagonal.
Tensor diag(const Tensor &x, Int diagonal = 0);

/// Tensors behind each other along `dim`; dtypes promote. Errors: other dims that differ, a
/// dynamic `dim`. As in PyTorch, a tensor of shape [0] is left out.
Tensor cat(const Tensors &tensors, int dim = 0);
Tensor concat(const Tensors &tensors, int dim = 0);
/// Tensors of one shape along a new dim.
Tensor stack(const Tensors &tensors, int dim = 0);
/// cat along dim 1, of vectors along dim 0.
Tensor hstack(const Tensors &tensors);
/// cat along dim 0, vectors being rows.
Tensor vstack(const Tensors &tensors);

/// PyTorch's F.pad: amounts from the last dim backwards, `{left, right, top, bottom}`; negative
/// ones cut off. The value stands around x.
Tensor pad(const Tensor &x, std::initializer_list<int> amounts, double value = 0);

/// A word of a short list, in quotes.
struct Mode {
  Mode(const char *name) : name(name) {}
  const char *name;
};
/// The same around x as "constant" says; "reflect": x mirrored at its first and last element,
/// less than its size; "replicate": these elements; "circular": x again, at most once.
Tensor pad(const Tensor &x, std::initializer_list<int> amounts, Mode mode, double value = 0);
} // namespace dlc
#endif
