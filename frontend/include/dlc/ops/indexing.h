//===- indexing.h - elements chosen by indices and masks ---------*- C++ -*-===//
// Indices are i64 or i32. An index outside of its dimension is an error when the program runs, as
// in PyTorch: the call fails with the user's line, the index and the size, before it has written
// any parameter or other state, whatever is made of what was looked up. Of a dynamic dimension only
// indices that are live count. Indices that the compiler can tell to be in range, such as those of
// arange, argmax, sort, randint, clamp or `% n`, cost no check.
#ifndef DLC_OPS_INDEXING_H
#define DLC_OPS_INDEXING_H
#include "dlc/tensor.h"

namespace dlc {
/// A row of `classes` numbers (i64) for each index: 1 at the index, else 0.
Tensor one_hot(const Tensor &indices, Int classes);

// Reading.

/// y[i][j] = x[index[i][j]][j] along dim 0, and so on; the other dims of index are within x's.
Tensor gather(const Tensor &x, int dim, const Tensor &index);
/// The same, x and indices broadcast against each other along the other dims.
Tensor take_along_dim(const Tensor &x, const Tensor &indices, int dim);
/// Elements of x seen as one row; negative indices count from the end.
Tensor take(const Tensor &x, const Tensor &indices);
/// The slices of x along `dim` that `index`, of one dim, names.
Tensor index_select(const Tensor &x, int dim, const Tensor &index);

struct EmbeddingOptions {
  static constexpr Int none = -(Int(1) << 62);
  Int padding_idx = none; // rows of this index get no gradient
};
/// Rows of weight [V, D]: indices of any shape S give [S, D].
Tensor embedding(const Tensor &indices, const Tensor &weight, EmbeddingOptions options = {});

/// x[i0, i1, ...] as in PyTorch: indices are broadcast to one shape, which takes the place of the
/// dims they index, or comes first if an undefined Tensor{}, for `:`, stands between them.
/// Negative indices count from the end.
Tensor index(const Tensor &x, std::initializer_list<Tensor> indices);

// Writing. Where several elements go to one place, they go there in their order along `dim`.

/// x with src[i] written to where index says along `dim`. index may be smaller than src.
Tensor scatter(const Tensor &x, int dim, const Tensor &index, const Operand &src);
Tensor scatter_add(const Tensor &x, int dim, const Tensor &index, const Tensor &src);
/// `reduce`: "sum", "prod", "mean", "amax" or "amin". Without include_self, places that are
/// written forget what x holds there.
Tensor scatter_reduce(const Tensor &x, int dim, const Tensor &index, const Tensor &src,
                      const char *reduce, bool include_self = true);
/// Slices of source, one for each element of index (one dim), added to those of x or put there.
Tensor index_add(const Tensor &x, int dim, const Tensor &index, const Tensor &source,
                 double alpha = 1);
Tensor index_copy(const Tensor &x, int dim, const Tensor &index, const Tensor &source);
Tensor index_fill(const Tensor &x, int dim, const Tensor &index, const Operand &value);
/// x with `values`, broadcast to the shape of index(x, indices), written there or added.
Tensor index_put(const Tensor &x, std::initializer_list<Tensor> indices, const Operand &values,
                 bool accumulate = false);

// Masks.

/// x with `value` where mask is set.
Tensor masked_fill(const Tensor &x, const Tensor &mask, const Operand &value);
/// The elements of x where mask is set, in order, in a row as long as x has elements: `count` of
/// them (i64, 0-d), then zeros.
Padded masked_select(const Tensor &x, const Tensor &mask);
/// x with the elements of source put where mask is set, in order. A source with too few is an error
/// when the program runs.
Tensor masked_scatter(const Tensor &x, const Tensor &mask, const Tensor &source);
/// Indices of the elements that are not 0, [numel, rank]: `count` rows, then zeros.
Padded nonzero(const Tensor &x);

// Counting.

/// How often each number below `bins` occurs in x, or the sum of its weights. A negative number is
/// an error when the program runs.
Tensor bincount(const Tensor &x, Int bins);
Tensor bincount(const Tensor &x, const Tensor &weights, Int bins);
/// Counts of x in `bins` equal steps from `min` to `max`, which belongs to the last one.
Tensor histc(const Tensor &x, Int bins, double min, double max);
/// For each value, where it goes in `sorted` (one dim): the number of elements below it, or with
/// `right` not above it.
Tensor searchsorted(const Tensor &sorted, const Tensor &values, bool right = false);
Tensor bucketize(const Tensor &values, const Tensor &boundaries, bool right = false);
} // namespace dlc
#endif
