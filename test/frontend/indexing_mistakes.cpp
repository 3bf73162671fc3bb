// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes with indices, masks and order: each is reported at its own line.
#include <dlc/dlc.h>
using namespace dlc;

template <class F> void mistake(F f) {
  try {
    f();
  } catch (...) {
  }
}

DLC_PROGRAM(mistakes) {
  Dim n = dim("n", 8);
  // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `Embedding` of 4 rows with padding_idx 4; it is one of the rows
  mistake([&] { nn::Embedding table{4, 3, {.padding_idx = 4}}; });
  entry("indexing", {f32({n, 4}), i64({n})}, [&](Tensor x, Tensor i) {
    Tensor table = zeros({5, 3}), at = zeros({2}, i64);
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `gather` with indices of [n<=8, 4] of f32; indices are ints, hint: `.to(i64)` first, and masked_select takes masks
    mistake([&] { gather(x, 0, x); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `index` with indices of [n<=8, 4] of bool; indices are ints
    mistake([&] { x[x > 0]; });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `gather` with indices [n<=8] of i64 in [n<=8, 4] of f32; both have the same number of dims
    mistake([&] { x.gather(0, i); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `take_along_dim` of [n<=8, 4] of f32 with indices of [n<=8] of i64; both have the same number of dims
    mistake([&] { x.take_along_dim(i, 0); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `index_select` with an index of [5, 3] of i64; it has one dim, hint: `gather` takes an index for each element
    mistake([&] { x.index_select(0, table.to(i64)); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `embedding` with a weight of [2] of i64; it is [rows, size]
    mistake([&] { embedding(i, at); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `index` of [5, 3] of f32 with 3 indices; there is at most one a dim
    mistake([&] { table.index({at, at, at}); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `index` without an index; hint: an undefined Tensor{} stands for `:`
    mistake([&] { table.index({Tensor()}); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `scatter_reduce` by "median"; it is sum, prod, mean, amax or amin
    mistake([&] { at.scatter_reduce(0, at, at, "median"); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `scatter_reduce` by "mean" of [2] of i64; a mean is of floats, hint: `.to(f32)` first
    mistake([&] { at.scatter_reduce(0, at, at, "mean"); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `scatter_add` puts [1] of f32 at indices [2] of i64 in [4] of f32; each element has its index, and dtypes are equal
    mistake([&] { zeros({4}).scatter_add(0, at, zeros({1})); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `index_add` of [5, 3] of f32 to [5, 3] of f32 at indices of [2] of i64 along dim 0; the source is [2, 3] of f32
    mistake([&] { table.index_add(0, at, table); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `index_fill` with a value of [2] of i64; it is a number, or 0-d
    mistake([&] { table.index_fill(0, at, at); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `index_put` of values [4, 2, 3] of f32 where there are [2, 3] of f32; they must broadcast to that
    mistake([&] { table.index_put({at}, zeros({4, 2, 3})); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `masked_fill` with a mask of [n<=8, 4] of f32; a mask is bool, hint: `x != 0`
    mistake([&] { x.masked_fill(x, 0); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `masked_fill` with a value of [n<=8, 4] of f32; it is a number or 0-d, hint: `where(mask, value, x)`
    mistake([&] { x.masked_fill(x > 0, x); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `masked_scatter` to [5, 3] of f32 with a mask of [2, 5, 3] of bool; the mask must broadcast to that
    mistake([&] { table.masked_scatter(zeros({2, 5, 3}) > 0, table); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `bincount` into -1 bins; there is at least none
    mistake([&] { at.bincount(-1); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `bincount` of [5, 3] of f32 with weights of [5, 3] of i64; it counts ints, each with its weight
    mistake([&] { table.bincount(3); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `histc` of [5, 3] of f32 into 0 bins from 0.000000 to 1.000000; it counts floats in bins that span something
    mistake([&] { table.histc(0, 0, 1); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `searchsorted` in [5, 3] of f32; it searches one sorted row
    mistake([&] { searchsorted(table, x); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `cumsum` names dim 2 of a tensor of rank 2; dims are -2 to 1
    mistake([&] { x.cumsum(2); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `logcumsumexp` of [2] of i64; it takes floats, hint: `.to(f32)` first
    mistake([&] { at.logcumsumexp(0); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `sort` of a bool tensor; hint: `.to(i64)` first
    mistake([&] { (x > 0).sort(); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `topk` with k = 9 along dim 0 of [n<=8, 4] of f32, which has 8
    mistake([&] { x.topk(9, 0); });
    // CHECK: indexing_mistakes.cpp:[[@LINE+1]]: error: `topk` with k = 4 along dim 1 of [5, 3] of f32, which has 3
    mistake([&] { table.topk(4); });
  });
}
