// RUN: not dlc --emit=trace %s 2>&1 | FileCheck %s
// Mistakes in shapes and parts of tensors, each at its own line.
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
  entry("main", {f32({n, 4}), f32({2, 3, 4})}, [&](Tensor x, Tensor y) {
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `unflatten` of dim 2 of [2, 3, 4] of f32 into sizes with the product 6; they must give the size of the dim, and one may be -1
    mistake([&] { y.unflatten(-1, {2, 3}); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `movedim` from 2 dims to 1 places; it takes as many of each
    mistake([&] { y.movedim({0, 1}, 2); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `movedim` names dim 1 twice
    mistake([&] { y.movedim({0, 1}, {1, -2}); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `repeat` of [2, 3, 4] of f32 with 2 numbers; it takes one for each dim
    mistake([&] { y.repeat(2, 2); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `repeat` -1 times; it is at least 0
    mistake([&] { y.repeat(1, -1, 1); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `reshape` of [2, n<=8, 4] of f32 splits or merges dynamic dim 1 where it is not outermost; hint: keep the dynamic dim as it is (layers and losses take extra leading dims)
    mistake([&] { x.repeat(2, 1); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `repeat_interleave` -2 times; it is at least 0
    mistake([&] { y.repeat_interleave(-2, 0); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `meshgrid` with indexing `yx`; there are `ij` and `xy`
    mistake([&] { meshgrid({arange(3)}, "yx"); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `meshgrid` of [2, 3, 4] of f32; it takes vectors
    mistake([&] { meshgrid({y}); });

    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `select` of element 3 of dynamic dim 0 of [n<=8, 4] of f32; elements of static dims can be selected
    mistake([&] { x[3]; });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `select` of element -4 of dim 1 of [2, 3, 4] of f32, which has 3
    mistake([&] { y.select(1, -4); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `split` of dim 1 of [2, 3, 4] of f32 into sizes with the sum 2; they must add up to its 3
    mistake([&] { y.split({1, 1}, 1); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `split` into parts of 0; a part has at least 1 element
    mistake([&] { y.split(0); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `chunk` into 0 parts; there is at least 1
    mistake([&] { y.chunk(0); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `slice` of dynamic dim 0 of [n<=8, 4] of f32; only static dims can be sliced
    mistake([&] { x.split(2); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `reverse` along dynamic dim 0 of [n<=8, 4] of f32; only static dims can be reversed
    mistake([&] { x.flip(0); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `tril` of [2] of f32; it takes matrices
    mistake([&] { zeros({2}).tril(); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `diagonal` names dim 1 twice
    mistake([&] { y.diagonal(0, 1, -2); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `diag` of [2, 3, 4] of f32; it takes a vector or a matrix
    mistake([&] { y.diag(); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `unfold` of dim 1 of [2, 3, 4] of f32 into windows of 4 by 1; a window fits, and the step is at least 1
    mistake([&] { y.unfold(1, 4, 1); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `windows` along dynamic dim 0 of [n<=8, 4] of f32; only static dims have windows
    mistake([&] { x.unfold(0, 2, 1); });

    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `cat` of no tensors; it takes at least one
    mistake([&] { cat({}); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `cat` of scalars; hint: `stack` makes a vector of them
    mistake([&] { cat({y.sum(), y.sum()}); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `cat` of [n<=8, 4] of f32 and [2, 3, 4] of f32; all have the same number of dims
    mistake([&] { cat({x, y}); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `cat` along dim 2 of [2, 3, 4] of f32 and [2, 2, 4] of f32: dim 1 differs; only dim 2 may
    mistake([&] { cat({y, zeros({2, 2, 4})}, -1); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `concat` along dynamic dim 0 of [n<=8, 4] of f32; only static dims can be joined, hint: compute the parts and join along another dim, or give the dim a fixed size
    mistake([&] { cat({x, x}); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `stack` of [n<=8, 4] of f32 and [2, 3, 4] of f32; the shapes must be equal
    mistake([&] { stack({x, y}); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `roll` by 2 numbers along 1 dims; it takes one number for each dim
    mistake([&] { y.roll({1, 2}, 0); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `pad` cuts 4 elements off dim 1 of [2, 3, 4] of f32, which has 3
    mistake([&] { pad(y, {0, 0, -2, -2}); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `pad` with mode `mirror`; there are `constant`, `reflect`, `replicate` and `circular`
    mistake([&] { pad(y, {1, 1}, "mirror"); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: `pad` by 4 with mode `reflect` along dim 2 of [2, 3, 4] of f32; the amount is at most 3
    mistake([&] { pad(y, {4, 0}, "reflect"); });

    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: a slice of dim 2 of [2, 3, 4] of f32 with step -1; steps are at least 1, hint: x.flip(2) first
    mistake([&] { y(Ellipsis, Slice(None, None, -1)); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: a slice of dynamic dim 0 of [n<=8, 4] of f32; only static dims have parts, hint: Slice() takes all of it
    mistake([&] { x[Slice(0, 2)]; });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: two Ellipsis between one pair of brackets; one takes all dims that are left
    mistake([&] { y(Ellipsis, 0, Ellipsis); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: an index of 4 dims for [2, 3, 4] of f32, which has 3
    mistake([&] { y(0, 0, 0, 0); });
    // CHECK: shape_mistakes.cpp:[[@LINE+1]]: error: an index by a 0-d mask; hint: `where(mask, x, 0)`
    mistake([&] { y(y.sum() > 0); });
  });
}
